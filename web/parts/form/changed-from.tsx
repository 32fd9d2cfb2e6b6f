import { useSystem } from '../../api/lifecycle.ts';

/** What the resource is that a line changes: as the registry has it, with its history. */
export const ChangedFrom = ({
  systemId,
  resourceId,
}: {
  readonly systemId: string;
  readonly resourceId: string;
}) => {
  const resource = useSystem(systemId).data?.resources.find((one) => one.resourceId === resourceId);
  const now = resource?.specifications[resource.specifications.length - 1];
  return (
    <div className="quiet small">
      现有资源：
      {resource && now
        ? `${now.name} ${now.quantity} ${resource.unit}（${[resource.instanceId, ...resource.addresses].join('，')}）`
        : resourceId}
    </div>
  );
};

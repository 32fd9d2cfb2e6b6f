import type { ScheduleRule } from '../schedules/create-schedules.ts';
import type { OpenTemplates } from './open-template.ts';
import { ruleKind } from './resources/schedule-rule.ts';

/** Name of the function in `arn:…:lambda:<region>:<account>:function:<name>`; other targets are refused. */
function functionNameOf(arn: string, where: string): string {
  const name = /^arn:[\w-]+:lambda:[^:]*:[^:]*:function:([\w-]+)$/.exec(arn)?.[1];
  if (name === undefined) throw new Error(`${where}: ${arn} is no function`);
  return name;
}

/** Schedules, one entry for each rule's target. */
export function readRules(templates: OpenTemplates): ScheduleRule[] {
  return templates.find(ruleKind).flatMap(({ name, properties }) =>
    properties.Targets.map((target) => ({
      name,
      expression: properties.ScheduleExpression,
      functionName: functionNameOf(target.Arn, name),
      ...(target.Input !== undefined && { input: JSON.parse(target.Input) as unknown }),
    })),
  );
}

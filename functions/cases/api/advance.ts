import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { deliver } from '../app/deliver.ts';
import { parseDeliveryKey } from '../store/delivery-items.ts';
import { systemServices } from './system-services.ts';

const services = systemServices();

/** Brings queued deliveries to the approval machine. */
export const handler = queueConsumer('delivery.failed', markerMessage, (key) =>
  deliver(services, parseDeliveryKey(key)),
);

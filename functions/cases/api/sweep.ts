import { systemWallClock } from '#shared/kernel/clock.ts';
import { type SweepResult, sweepDeliveries } from '../app/sweep-deliveries.ts';
import { systemServices } from './system-services.ts';

const services = systemServices();

/** Every few minutes: delivers what the stream did not, straight from the table. */
export const handler = (): Promise<SweepResult> => sweepDeliveries(services, systemWallClock);

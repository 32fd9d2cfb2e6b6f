import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** 400 days: the regulation asks for a year by the calendar, which may have a day more than 365. */
export const logRetention = RetentionDays.THIRTEEN_MONTHS;

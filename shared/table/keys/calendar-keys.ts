import { markerPrefix } from '../markers.ts';
import { type Key, padded } from './key.ts';

const calendarPartition = (city: string): string => `R#${city}#CALENDAR`;

export const calendarKeys = {
  /** A city's calendar in force, composed of its notices. */
  calendarOverlay: (city: string): Key => ({ pk: calendarPartition(city), sk: 'OVERLAY' }),
  /** The notice that made a version; never written again. */
  calendarNotice: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `VERSION#${padded(version)}`,
  }),
  recomputation: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `RECOMPUTATION#${padded(version)}`,
  }),
  /** Marks that a version's recomputation is still to be done. */
  recomputationMarker: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `${markerPrefix('job')}${padded(version)}`,
  }),
} as const;

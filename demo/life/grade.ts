import { DEFAULT_CATALOGUE } from '../../server/src/modules/service-requests/index.ts';
import type { Random } from '../core/random.ts';

const defaults = new Map(DEFAULT_CATALOGUE.map((service) => [service.code, service]));

/** Dangers that nobody lets last: the catalogue wants them seen to the same day. */
export const isSudden = (serviceCode: string): boolean =>
  defaults.get(serviceCode)?.defaultUrgency === 4;

/** Working days within which the catalogue promises an end. */
export const daysPromised = (serviceCode: string): number =>
  defaults.get(serviceCode)?.targetDays ?? 10;

/** Mostly what the catalogue says of the service, a step aside at times. */
export function gradeRequest(
  random: Random,
  serviceCode: string,
): { severity: number; urgency: number } {
  const service = defaults.get(serviceCode);
  const near = (grade: number) =>
    Math.min(
      4,
      Math.max(
        1,
        grade +
          random.weighted([
            [0, 76],
            [-1, 14],
            [1, 10],
          ] as const),
      ),
    );
  return {
    severity: near(service?.defaultSeverity ?? 2),
    urgency: near(service?.defaultUrgency ?? 2),
  };
}

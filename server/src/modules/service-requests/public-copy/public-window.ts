import type { ServiceRequest } from '../service-request.ts';
import type { PublicSetting } from './model.ts';

/** Which requests the public map shows now. */
export interface PublicWindow {
  /** Never shown. */
  hiddenServices: string[];
  /** Closed requests of any other service are shown when they closed since. */
  closedSince: Date;
  /** Services with a date of their own. */
  exceptions: { serviceCodes: string[]; closedSince: Date }[];
}

const DAY_MS = 86_400_000;

/** What the setting shows at a moment: what is open, and what closed lately enough. */
export function windowOf({ daysAfterClosing, services }: PublicSetting, now: Date): PublicWindow {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const entries = Object.entries(services);
  const own = entries.flatMap(([code, { shown, daysAfterClosing: days }]) =>
    shown && days !== null ? [{ code, days }] : [],
  );
  return {
    hiddenServices: entries.filter(([, { shown }]) => !shown).map(([code]) => code),
    closedSince: ago(daysAfterClosing),
    exceptions: [...Map.groupBy(own, ({ days }) => days)].map(([days, some]) => ({
      serviceCodes: some.map(({ code }) => code),
      closedSince: ago(days),
    })),
  };
}

/** Whether the window shows the request; a list asks the database the same (`inbox/conditions-store.ts`). */
export function isShown(
  { serviceCode, closedAt }: Pick<ServiceRequest, 'serviceCode' | 'closedAt'>,
  { hiddenServices, closedSince, exceptions }: PublicWindow,
): boolean {
  if (hiddenServices.includes(serviceCode)) return false;
  if (closedAt === null) return true;
  const own = exceptions.find(({ serviceCodes }) => serviceCodes.includes(serviceCode));
  return closedAt >= (own?.closedSince ?? closedSince);
}

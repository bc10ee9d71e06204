import type { Schedule, Task } from '../worker.ts';
import { SEAL_LOG, sealLog, sealLogs } from './seal-log.ts';
import { VERIFY_LOG, verifyLog, verifyLogs } from './verify-log.ts';

/** The log is sealed every ten minutes, read again every night, and whenever somebody asks. */
export const sealTasks: Record<string, Task> = {
  [SEAL_LOG]: sealLogs,
  [VERIFY_LOG]: async (platform, payload) => {
    const { territoryId } = payload as { territoryId?: string };
    if (!territoryId) return verifyLogs(platform);
    await sealLog(platform, territoryId);
    await verifyLog(platform, territoryId);
  },
};

export const sealSchedules: Schedule[] = [
  { cron: '*/10 * * * *', task: SEAL_LOG },
  { cron: '41 3 * * *', task: VERIFY_LOG },
];

import type { Schedule, Task } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { RELEASE, releaseHeldMessages } from './release-held-messages.ts';
import { SEND, type SendPayload, sendMessage, type Transports } from './send-message.ts';
import { createSmsGateway } from './sms/gateway.ts';

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  [SEND]: (platform, payload) =>
    sendMessage(platform, transportsOf(platform), payload as SendPayload),
  [RELEASE]: async (platform) => {
    await releaseHeldMessages(platform);
  },
};

export const schedules: Schedule[] = [{ cron: '*/5 * * * *', task: RELEASE }];

/** One set of connections a program; they close by themselves when idle. */
const mailers = new WeakMap<Platform, Mailer>();

function transportsOf(platform: Platform): Transports {
  const { sms } = platform.config;
  return { mailer: mailerOf(platform), sms: sms && createSmsGateway(sms) };
}

function mailerOf(platform: Platform): Mailer | undefined {
  const { smtp } = platform.config;
  if (!smtp) return undefined;
  const mailer = mailers.get(platform) ?? createMailer(smtp);
  mailers.set(platform, mailer);
  return mailer;
}

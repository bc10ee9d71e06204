import { type Circumstances, giveCommand } from './give-command.ts';

/** Joins a request to another. @throws {ApiError} 409 with the reason why not, 412 when it changed */
export const mergeRequest = (id: string, intoId: string, how: Circumstances) =>
  giveCommand(id, { command: 'merge', body: { intoId } }, how);

/** Takes it out again. @throws {ApiError} 409, 412 likewise */
export const unmergeRequest = (id: string, how: Circumstances) =>
  giveCommand(id, { command: 'unmerge', body: {} }, how);

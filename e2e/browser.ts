import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Flags the packaged Chromium asks for that would make tests lie: one process breaks service
 * workers, and a page without web security accepts what a resident's browser refuses.
 */
const UNTRUE = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/**
 * Flags that make them slow: without a zygote each page starts a whole program, and a
 * graphics card played by the processor draws every page, where only maps need one.
 */
const SLOW = ['--no-zygote', '--ignore-gpu-blocklist', '--in-process-gpu'];

const REFUSED = new Set([...UNTRUE, ...SLOW]);

/** Pages are drawn by the processor; maps keep their WebGL. Three times less work. */
const LIGHT = ['--disable-gpu-compositing'];

/** Nothing is asked of the outside: no update, no synchronisation, no first-run page. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a real browser: the system's when `CHROMIUM_PATH` names one, else the one from npm.
 * The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: [...chromium.args.filter((flag) => !REFUSED.has(flag)), ...LIGHT, ...QUIET],
    headless: true,
  });
}

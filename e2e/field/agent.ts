import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from './crew-at-work.ts';

const PHONE = { width: 360, height: 740 };

/** An agent with a phone. */
export class Agent {
  readonly context: BrowserContext;
  page: Page;
  readonly #url: string;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.context = context;
    this.page = page;
    this.#url = url;
  }

  static async arrive(browser: Browser, url: string): Promise<Agent> {
    const context = await browser.newContext({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const agent = new Agent(context, await context.newPage(), url);
    context.on('console', (message) => {
      if (message.type() === 'error') agent.#hear(message.text());
    });
    context.on('weberror', (error) => agent.#hear(error.error().message));
    return agent;
  }

  /** Whatever a page complains of; that there is no network is no complaint. */
  #hear(text: string): void {
    if (!/^Failed to load resource/.test(text)) this.#complaints.push(text);
  }

  /** Puts the phone away. @throws when a page complained (a blocked script or style, an error) */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.#complaints).toEqual([]);
  }

  /** Signs in and waits until the phone can do without network. */
  async signIn(email: string): Promise<void> {
    await this.page.goto(`${this.#url}/terrain`);
    await this.enter(email);
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.page.getByText('Journée lue').waitFor();
    await this.expectBar('Tout est envoyé');
  }

  /** Fills in the form of the sign-in page. */
  async enter(email: string): Promise<void> {
    await this.page.getByLabel('Adresse électronique').fill(email);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await this.tap('Me connecter');
    await this.page.getByRole('heading', { name: 'Ma journée' }).waitFor();
  }

  /** Taps what carries these words. */
  async tap(words: string): Promise<void> {
    const act = this.page
      .getByRole('button', { name: words, exact: true })
      .or(this.page.getByRole('link', { name: words, exact: true }));
    await act.tap();
  }

  async photograph(picture: Buffer): Promise<void> {
    const before = await this.page.locator('li img').count();
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: picture });
    await this.page.locator('li img').nth(before).waitFor();
  }

  /** From the day: opens the next job, begins it, photographs it and says that it is done. */
  async doNextJob(picture: Buffer): Promise<void> {
    await this.tap('Voir');
    await this.tap('Commencer');
    await this.page.getByText('Prendre une photo').waitFor();
    await this.photograph(picture);
    await this.tap('Terminé');
    await this.tap('Lampe remplacée');
    await this.tap('Oui, c’est terminé');
    await this.page.getByRole('heading', { name: 'Ma journée' }).waitFor();
  }

  /** All that the screen says, its spaces made plain. */
  async read(): Promise<string> {
    const words = await this.page.getByRole('main').textContent();
    return (words ?? '').replaceAll(/\s+/g, ' ');
  }

  /** What the bar at the top says of the sending. */
  async expectBar(words: string): Promise<void> {
    const bar = this.page.getByRole('status').first();
    await expect
      .poll(async () => (await bar.textContent())?.trim(), { timeout: 20_000 })
      .toBe(words);
  }

  /** The system closes the application: its page is gone, its storage stays. */
  async dropPhone(): Promise<void> {
    await this.page.close();
  }

  async openAgain(path = '/terrain'): Promise<void> {
    this.page = await this.context.newPage();
    await this.page.goto(this.#url + path);
  }
}

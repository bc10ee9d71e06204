import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTown } from '../../server/test/town.ts';
import { checkAccess } from '../access.ts';
import { type Colleague, type Office, openOffice, type Reported } from '../console/office.ts';
import { GUIDE_SCREEN, takePicture } from './camera.ts';

const CONTACT = { name: 'Jeanne Martin', email: 'jeanne@exemple.fr', phone: '06 12 34 56 78' };
const WORDS = [
  'Un trou profond devant l’école Pasteur.',
  'Nid-de-poule au milieu du carrefour, les vélos font un écart.',
  'La chaussée s’est affaissée devant le 12.',
];

let office: Office;
let requests: Reported[];
beforeAll(async () => {
  office = await openOffice({}, makeTown(2, 4));
  requests = [];
  for (const [index, words] of WORDS.entries()) {
    // The last stands at a door of the town.
    const point =
      index === 2 ? { lat: 43.60295, long: 3.802 } : { lat: 43.65 + index / 300, long: 3.85 };
    requests.push(await office.report(words, { contact: CONTACT, point }));
  }
});
afterAll(() => office?.close());

const at = (index: number) => requests[index] as Reported;

/** A colleague opens a page, does the task, and leaves. */
async function asks(who: Colleague, path: string, task: (page: Page) => Promise<unknown>) {
  const page = await office.arrive(who, GUIDE_SCREEN);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await task(page);
  await page.context().close();
}

/** Opens the form of an act by its key. */
async function openForm(page: Page, key: string, name: string) {
  await page.keyboard.press(key);
  const form = page.getByRole('form', { name });
  await form.waitFor();
  await form.evaluate((shown) => shown.scrollIntoView({ block: 'nearest' }));
  return form;
}

test('the desk registers a call', async () => {
  await asks('ana', '/console/nouvelle', async (page) => {
    await page.getByLabel('Ce que dit la personne').fill('Un gros nid-de-poule devant l’école');
    await page.getByText('Proposée d’après').waitFor();
    await page.getByRole('combobox', { name: 'Lieu' }).fill('1 avenue du Église');
    await page.getByRole('option', { name: /^1 avenue du Église/ }).click();
    await page.getByRole('textbox', { name: 'Téléphone' }).fill(CONTACT.phone);
    await page.getByRole('link', { name: at(0).code }).waitFor();
    await page
      .getByRole('button', { name: /^Rattacher/ })
      .first()
      .waitFor();
    await takePicture(page, 'appel');
  });
});

test('the desk registers a letter, and sees what was received', async () => {
  await asks('ana', '/console/courrier', async (page) => {
    await page.getByLabel('Pages numérisées').setInputFiles({
      name: 'lettre.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 lettre'),
    });
    await page.getByText('lettre.pdf est gardé').waitFor();
    await page.getByLabel('Résumé').fill('Demande un banc à l’ombre devant la mairie.');
    await page.getByLabel('Nom de l’expéditeur').fill('Simone Roux');
    await takePicture(page, 'courrier-scanne');
    await page.getByRole('button', { name: 'Enregistrer le courrier' }).click();
    await page.getByRole('heading', { name: 'Courrier enregistré' }).waitFor();
    await page.goto('/console/messages');
    await page.getByLabel('Montrer').selectOption({ label: 'Tous les messages' });
    await page.getByText('Simone Roux').first().waitFor();
    await takePicture(page, 'messages', 420);
  });
});

test('the direction writes a reply, the desk answers with it and prints the letters', async () => {
  await asks('denis', '/console/reponses', async (page) => {
    await page.getByRole('link', { name: 'Nouvelle réponse type' }).click();
    await page.getByLabel('Titre, pour vous retrouver').fill('Nid-de-poule comblé');
    await page.getByLabel('Objet').fill('Votre demande {numéro}');
    await page
      .getByLabel('Texte', { exact: true })
      .fill('{salutation}\n\nLe trou situé {lieu} est comblé.\n\n{organisme}');
    await page.getByText('Bonjour Camille Martin,').waitFor();
    await page
      .getByLabel('Pour', { exact: true })
      .selectOption({ label: 'Tous les organismes du territoire' });
    await page.getByLabel('État').selectOption('published');
    await page.evaluate(() => scrollTo(0, 0));
    await takePicture(page, 'reponse-type-ecrire');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Réponse type enregistrée.').waitFor();
  });
  const { id } = await office.report('Le trou est revenu.', {
    point: { lat: 43.66, long: 3.86 },
    contact: {
      name: 'Odile Martin',
      postalAddress: '12 rue des Lilas\n99100 OUESTVILLE',
      preference: 'letter',
    },
  });
  await asks('ana', `/console/demandes/${id}`, async (page) => {
    await openForm(page, 'r', 'Répondre à l’habitant');
    await page.getByLabel('Partir d’une réponse type').fill('combl');
    await page.getByRole('button', { name: /Nid-de-poule comblé/ }).click();
    const message = page.getByLabel('Message à l’habitant');
    await expect.poll(() => message.inputValue()).toContain('est comblé');
    await takePicture(page, 'repondre');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByRole('link', { name: 'Imprimer la réponse' }).waitFor();
    await page.goto('/console/courriers');
    await page.getByRole('link', { name: /Ouvrir le PDF/ }).waitFor();
    await takePicture(page, 'courriers', 480);
  });
});

test('a request is found by its words', async () => {
  await asks('ana', '/console', async (page) => {
    await page.getByRole('searchbox').fill('école Pasteur');
    await page.keyboard.press('Enter');
    await page.getByText('Résultats pour « école Pasteur »').waitFor();
    await page.locator(`a[data-request="${at(0).id}"]`).waitFor();
    await takePicture(page, 'retrouver', 520);
  });
});

test('a duplicate is joined, and may be separated', async () => {
  const double = await office.report('Trou devant l’école Pasteur, profond.', {
    point: { lat: 43.65, long: 3.85 },
  });
  await asks('claire', `/console/demandes/${double.id}`, async (page) => {
    const join = page.getByRole('button', { name: /^Joindre/ }).first();
    await join.waitFor();
    await join.scrollIntoViewIfNeeded();
    await takePicture(page, 'doublon');
    await join.click();
    const separate = page.getByRole('button', { name: /^Séparer/ }).first();
    await separate.waitFor();
    await takePicture(page, 'defusionner');
  });
});

test('the dispatcher reads the inbox, and triages', async () => {
  await asks('claire', '/console', async (page) => {
    await page.locator(`a[data-request="${at(0).id}"]`).waitFor();
    await page.waitForLoadState('networkidle');
    await takePicture(page, 'boite');
    await page.goto(`/console/demandes/${at(0).id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const form = await openForm(page, 't', 'Prendre en charge');
    await form.getByRole('radio', { checked: true }).waitFor();
    await takePicture(page, 'qualifier');
    await form.getByRole('button', { name: 'Prendre en charge' }).click();
    await page.getByRole('status').getByText('Demande prise en charge.').waitFor();
  });
});

test('what is not ours is refused, then found by who orients', async () => {
  const { id } = await office.report('Le lampadaire clignote.', {
    serviceCode: 'lighting.lamp-out',
  });
  await asks('claire', `/console/demandes/${id}`, async (page) => {
    const form = await openForm(page, 'f', 'Dire que la demande n’est pas de votre ressort');
    await form.getByLabel('Motif').selectOption('agreement-says-other');
    await takePicture(page, 'refuser');
    await form.getByRole('button', { name: 'Refuser et faire suivre' }).click();
    await page.getByText('Personne ne la prend : à vous de décider').waitFor();
    await page.goto('/console');
    await page.getByRole('button', { name: /À orienter/ }).click();
    await page.locator(`a[data-request="${id}"]`).getByText('Sans preneur').waitFor();
    await takePicture(page, 'a-orienter', 480);
  });
});

test('a request is corrected, questioned, shown done, planned', async () => {
  await asks('claire', `/console/demandes/${at(1).id}`, async (page) => {
    await openForm(page, 'g', 'Corriger la prestation ou le lieu');
    await takePicture(page, 'corriger');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Questionner' }).click();
    await page.getByLabel('Votre question').fill('De quel côté de la rue est le trou ?');
    await takePicture(page, 'question');
    await page.getByRole('button', { name: 'Envoyer la question' }).click();
    await page.getByText('Question envoyée : la demande attend la réponse.').waitFor();
  });
  await asks('claire', `/console/demandes/${at(2).id}`, async (page) => {
    const form = await openForm(page, 'p', 'Planifier une intervention');
    await form.getByLabel('Équipe', { exact: true }).selectOption({ label: 'Voirie secteur 1' });
    await form.getByText('Rien : la journée est libre.').waitFor();
    await takePicture(page, 'planifier');
    await form.getByRole('button', { name: 'Planifier' }).click();
    await page.getByRole('status').getByText('Intervention planifiée.').waitFor();
  });
  await asks('claire', `/console/demandes/${at(0).id}`, async (page) => {
    await page.getByRole('button', { name: 'C’est fait' }).click();
    await page.getByLabel('Ce qui a été fait').fill('Trou rebouché à l’enrobé à froid ce matin.');
    await takePicture(page, 'clore');
    await page.getByRole('form').getByRole('button', { name: 'C’est fait' }).click();
    await page.getByText('Demande close : c’est fait.').waitFor();
  });
});

test('a text is read before it is published', async () => {
  await office.report('Mme Durand, au 06 12 34 56 78, est tombée dans ce trou.', {
    point: { lat: 43.67, long: 3.85 },
  });
  await asks('claire', '/console/a-relire', async (page) => {
    const shown = page.locator('article');
    await shown.waitFor();
    for (let step = 0; step < 20; step++) {
      if ((await shown.textContent())?.includes('[téléphone]')) break;
      await page.keyboard.press('j');
    }
    await takePicture(page, 'relire');
    await page.keyboard.press('p');
    await page.getByText('Publié.', { exact: true }).waitFor();
  });
});

const ADMINISTRATION = [
  ['comptes', 'Claire Morel'],
  ['jetons', 'Aucun jeton'],
  ['competences', 'Les règles'],
  ['prestations', 'Prestation'],
  ['priorites', 'La grille'],
  ['publication', 'Le texte des demandes'],
  ['engagements', 'Heures de travail'],
  ['heures-calmes', 'Enregistrer les heures calmes'],
  ['suggestions', 'Les mots du catalogue suffisent pour l’instant'],
  ['open311', 'Adresse de leur serveur'],
  ['echecs', 'Relancer'],
  ['journal', 'Demande reçue'],
] as const;

test.each(ADMINISTRATION)('the administrator opens %s', async (name, shown) => {
  await asks('adele', `/console/administration/${name}`, async (page) => {
    const organization = page.getByLabel('Organisme', { exact: true });
    if (name === 'open311') await organization.selectOption({ label: 'Ouestville' });
    if (name === 'competences') {
      await page.getByLabel('Prestation', { exact: true }).selectOption('lighting.lamp-out');
      await page.getByLabel('Carte : choisir un lieu').first().click();
      await page.getByText('Les règles examinées').waitFor();
    }
    await page.getByText(shown).filter({ visible: true }).first().waitFor();
    await takePicture(page, name, name === 'jetons' || name === 'suggestions' ? 480 : undefined);
  });
});

test.each([
  ['denis', 'indicateurs', 'Délai médian de clôture'],
  ['paul', 'elus', 'À décider en premier'],
] as const)('%s reads %s', async (who, name, shown) => {
  await asks(who, `/console/${name}`, async (page) => {
    await page.getByText(shown).filter({ visible: true }).first().waitFor();
    // The longest menu wraps, and never pushes the page out of the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      GUIDE_SCREEN.width,
    );
    await takePicture(page, name);
    // The inbox takes what the menu leaves: each pane scrolls by itself, the page does not.
    await page.goto('/console');
    await page.getByPlaceholder('Mots, rue, code').waitFor();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    await expect.poll(height).toBe(GUIDE_SCREEN.height);
  });
});

test('a resident looks for what to follow', async () => {
  const page = await office.sitDown(GUIDE_SCREEN);
  await page.goto('/suivre');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await takePicture(page, 'suivre');
  await page.context().close();
});

test('the administrator brings the class and the owner of streets', async () => {
  await asks('adele', '/console/administration/voies', async (page) => {
    const bring = async (...rows: string[]) => {
      const table = ['voie;commune;classe;numero;proprietaire', ...rows].join('\n');
      const file = { name: 'voies.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
      await page.getByLabel('Fichier CSV ou GeoJSON').setInputFiles(file);
      await page.getByRole('button', { name: 'Voir ce qui changerait' }).click();
    };
    await page.getByText('Rien n’est dit encore').waitFor();
    const street = 'avenue du Église;Ouestville';
    await bring(`${street};communale;;`, 'rue Perdue;Ouestville;royale;;');
    await page.getByText('Ligne 3 : la classe « royale » est inconnue').waitFor();
    await bring(
      `${street};communale;;Métropole d’essai`,
      'rue des Fontaine;Ouestville;départementale;D 12;Département d’essai',
    );
    await page.getByRole('table', { name: 'Ce que le fichier changerait' }).waitFor();
    await page.getByText('Retraits : 0 ; changements : 0 ; ajouts : 2.').waitFor();
    await page.getByText('Rien n’est dit encore').waitFor();
    await checkAccess(page);
    await page.getByRole('button', { name: 'Importer' }).click();
    await page.getByText('Lus : 2 voies, 0 équipement').waitFor();
    await page.getByRole('button', { name: 'Corriger rue des Fontaine' }).click();
    const form = page.getByRole('form', { name: 'Corriger « rue des Fontaine »' });
    await form.getByLabel('Classe').selectOption({ label: 'communale' });
    await form.getByLabel('Pourquoi ce changement').fill('Déclassée en 2025');
    await checkAccess(page);
    await form.getByRole('button', { name: 'Corriger' }).click();
    await page.getByText('Correction enregistrée.').waitFor();
    await page.getByText('écrit à la main').waitFor();
    await takePicture(page, 'voies');
    await page.getByRole('button', { name: 'Ajouter une voie ou un parc' }).click();
    await page.getByRole('combobox', { name: 'Rue ou parc' }).fill('lavoir');
    await page.getByRole('option', { name: /^Parc du Lavoir/ }).click();
    await page.getByLabel('Propriétaire').selectOption({ label: 'Propriétaire privé' });
    await page.getByLabel('Pourquoi ce changement').fill('Vendu');
    await page
      .getByRole('form')
      .getByRole('button', { name: 'Ajouter une voie ou un parc' })
      .click();
    await page.getByText('Ajouté.').waitFor();
    await page.getByRole('button', { name: 'Retirer Parc du Lavoir' }).click();
    await page.getByLabel('Pourquoi ce changement').fill('Erreur');
    await page.getByRole('form').getByRole('button', { name: 'Retirer' }).click();
    await page.getByText('Retiré.').waitFor();
    await page.getByRole('row', { name: /Parc du Lavoir/ }).waitFor({ state: 'detached' });
  });
});

test('the administrator answers a resident, and keeps the register', async () => {
  await asks('adele', '/console/administration/personnes', async (page) => {
    await page.getByLabel('Nom, adresse électronique ou numéro').fill('jeanne');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Voir ce qui est gardé/ })
      .first()
      .click();
    await page.getByText('C’est à cette personne').first().waitFor();
    await takePicture(page, 'donnees-personnelles');
    await page.goto('/console/administration/registre');
    await page.getByText('Demandes des habitants', { exact: true }).click();
    await page.getByText('1 an après la clôture').waitFor();
    await takePicture(page, 'registre');
    const periods = page.getByRole('heading', { name: 'Durées de conservation' });
    await periods.evaluate((shown) => shown.scrollIntoView({ block: 'start' }));
    await takePicture(page, 'durees');
  });
});

import { expect, test } from 'vitest';
import { writeExportPage } from './export-page.ts';

test('writes what a resident said as words, never as a page', () => {
  const page = writeExportPage({
    language: 'fr',
    heading: 'Vos données',
    intro: 'Voici.',
    kinds: [
      {
        name: 'Demandes',
        items: [
          {
            lines: [{ label: 'Récit', text: '<script>alert("x")</script> & l’été' }],
            photos: ['data:image/jpeg;base64,AA=='],
          },
        ],
      },
    ],
  });
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; l’été');
  expect(page).toContain('<img src="data:image/jpeg;base64,AA==" alt="">');
  const parsed = /<h2>Demandes<\/h2><section><dl><dt>Récit<\/dt>/;
  expect(page).toMatch(parsed);
});

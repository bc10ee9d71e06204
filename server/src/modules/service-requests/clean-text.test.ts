import { expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

it('keeps what people write: accents, emoji, other scripts, markup, lines', () => {
  for (const text of [
    'Élagage ☀️ 👨‍👩‍👧 urgent',
    'حفرة كبيرة في الشارع',
    '<b>Attention</b> & <script>alert(1)</script>',
    'Une ligne\n\nUne autre\tet une colonne',
  ]) {
    expect(cleanText(text)).toBe(text);
  }
});

it('drops what no keyboard types, and what reorders the text around it', () => {
  expect(cleanText('a\u0000b\u0007c\u001bd\u0085e')).toBe('abcde');
  expect(cleanText('a\u202eb\u2066c')).toBe('abc');
});

it('has one form of line ends, accents and edges', () => {
  expect(cleanText('  a\r\nb\rc  ')).toBe('a\nb\nc');
  expect(cleanText('e\u0301')).toBe('é');
  expect(cleanLine(' 12   rue\ndes Lilas ')).toBe('12 rue des Lilas');
});

/** A letter as it is said, before it is set. */
export interface Letter {
  language: 'fr' | 'en';
  sender: { name: string; lines: string[] };
  /** Name, then the lines of the postal address; empty when only the page is wanted. */
  recipient: string[];
  /** « Ouestville, le 24 novembre 2026 ». */
  placeAndDate: string;
  /** « Nos références : demande K7QM-2X9D ». */
  reference: string;
  subject: string;
  /** Salutation, body and farewell. A line feed inside a paragraph is kept. */
  paragraphs: string[];
  signature: string;
  /** Where the request is followed, with what is said beside its QR code. */
  tracking: { url: string; caption: string } | null;
}

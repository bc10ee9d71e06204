import { defineProblems } from '../problem/index.ts';

/** Why a file is refused; each says what to do instead. */
export const fileProblems = defineProblems('files', {
  empty: {
    status: 422,
    title: { fr: 'Ce fichier est vide', en: 'This file is empty' },
    detail: { fr: 'Choisissez-le de nouveau.', en: 'Choose it again.' },
  },
  tooLarge: {
    status: 413,
    title: { fr: 'Ce fichier est trop lourd', en: 'This file is too large' },
    detail: {
      fr: 'Il doit peser {megabytes} Mo au plus.',
      en: 'It must weigh {megabytes} MB at most.',
    },
  },
  notAPhoto: {
    status: 415,
    title: { fr: 'Ce fichier n’est pas une photo acceptée', en: 'Not an accepted photo' },
    detail: {
      fr: 'Envoyez une image JPEG, PNG, WebP ou GIF.',
      en: 'Send a JPEG, PNG, WebP or GIF image.',
    },
  },
  heic: {
    status: 415,
    title: { fr: 'Les photos HEIC ne sont pas acceptées', en: 'HEIC photos are not accepted' },
    detail: {
      fr: 'Sur iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ». Ou envoyez une copie JPEG.',
      en: 'On iPhone: Settings, Camera, Formats, “Most Compatible”. Or send a JPEG copy.',
    },
  },
  damaged: {
    status: 422,
    title: { fr: 'Cette photo est abîmée', en: 'This photo is damaged' },
    detail: {
      fr: 'Elle ne peut pas être lue en entier. Envoyez-la de nouveau, ou une autre.',
      en: 'It cannot be read whole. Send it again, or another one.',
    },
  },
  tooManyPixels: {
    status: 422,
    title: { fr: 'Cette image est trop grande', en: 'This image is too big' },
    detail: {
      fr: 'Elle doit compter {megapixels} millions de pixels au plus.',
      en: 'It must hold {megapixels} million pixels at most.',
    },
  },
  animated: {
    status: 422,
    title: { fr: 'Les images animées ne sont pas acceptées', en: 'Animated images are refused' },
    detail: { fr: 'Envoyez une image fixe.', en: 'Send a still image.' },
  },
  unknownFile: {
    status: 422,
    title: { fr: 'Une des photos n’a pas été reçue', en: 'One of the photos was not received' },
    detail: { fr: 'Envoyez-la de nouveau.', en: 'Send it again.' },
  },
});

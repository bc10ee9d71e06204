export const fr = {
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  attribution: 'Auteurs du fond de carte',
  failedTitle: 'La carte ne peut pas s’afficher',
  failed: 'Votre appareil ou votre réseau ne le permet pas. La liste dit la même chose.',
  keyboardPick: 'Flèches : déplacer. + et − : agrandir, réduire. Entrée : choisir le centre.',
};

/** Mails that came today; `{door}` and `{street}` are an address and a street of the town. */
export const MAILS: readonly {
  subject: string;
  text: string;
  headers?: Record<string, string>;
}[] = [
  {
    subject: 'Lampadaire qui clignote',
    text: 'Bonjour,\n\nDevant le {door}, le lampadaire clignote toute la nuit et éclaire dans notre chambre. Pouvez-vous passer le régler ?\n\nMerci d’avance,',
  },
  {
    subject: 'Question',
    text: 'Bonjour, je voudrais savoir à qui m’adresser pour les poubelles qui débordent près de l’école. Cela attire les rats. Merci de votre réponse.',
  },
  {
    subject: 'Conseil syndical : trottoir et haie',
    text: 'Madame, Monsieur,\n\nLe conseil syndical de la résidence vous signale deux choses : le trottoir est soulevé par les racines devant le {door}, et la haie municipale dépasse sur le passage. Les personnes en fauteuil doivent descendre sur la chaussée.\n\nCordialement,',
  },
  // A photo that was never attached: nobody can tell what it is about.
  { subject: '', text: '' },
  {
    subject: 'Absence : Re: votre demande',
    text: 'Bonjour, je suis absent jusqu’au 4. Je répondrai à mon retour.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
];

/** What was said on networks. */
export const POSTS: readonly { network: string; text: string }[] = [
  {
    network: 'Mastodon',
    text: 'Encore un canapé abandonné {street}, ça fait une semaine. La ville compte faire quelque chose ?',
  },
  {
    network: 'Facebook',
    text: 'Attention aux cyclistes : gros trou au milieu de la piste {street}, une dame est tombée hier soir.',
  },
];

/** A text message of somebody who has two requests: a person must say of which. */
export const WHICH_ONE = 'Bonjour, c’est pour quand exactement ? Merci';

/** Letters that came this morning, as the desk sums them up. */
export const LETTERS: readonly { serviceCode: string; summary: string }[] = [
  {
    serviceCode: 'green.tree',
    summary:
      'Madame, Monsieur le Maire,\nÂgée de 81 ans, je suis tombée lundi devant le {door} : les racines du platane ont soulevé le pied de l’arbre et tout ce qui l’entoure. Je n’ai rien de cassé, mais d’autres passent là chaque jour pour aller à la pharmacie.\nJe vous prie d’agréer mes salutations respectueuses.',
  },
  {
    serviceCode: 'furniture.damaged',
    summary:
      'Monsieur le Maire,\nLe banc qui se trouvait près du {door} a été enlevé au printemps et n’a pas été remplacé. C’était le seul entre chez nous et le marché. Sera-t-il remis ?\nAvec mes remerciements.',
  },
  {
    serviceCode: 'lighting.lamp-on',
    summary:
      'Madame la Maire,\nLe lampadaire placé devant le {door} reste allumé en plein jour depuis trois semaines. Par ces temps où l’on nous demande d’économiser, cela étonne tout le quartier.\nVeuillez croire à ma considération.',
  },
];

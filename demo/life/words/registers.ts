/** How people write, whatever they ask for. `{what}`, `{effect}` and `{ask}` are whole sentences. */
export type Register =
  | 'terse'
  | 'plain'
  | 'polite'
  | 'angry'
  | 'letter'
  | 'phone'
  | 'mail'
  | 'elected'
  | 'social'
  | 'sms';

export const FRAMES: Readonly<Record<Register, readonly string[]>> = {
  terse: ['{short}', '{short}', '{short}, {since}', '{short}. {ask}', '{short}. Merci', '{what}.'],
  plain: [
    '{what}. {effect}.',
    '{what}, {since}. {ask}',
    '{what}. {ask}',
    '{what}, {since}. {effect}.',
    '{what}. {effect}. {ask}',
    '{what}.',
  ],
  polite: [
    'Bonjour, {lower}. {effect}. {ask} [Cordialement|Bien à vous|Merci beaucoup|Bonne journée].',
    'Bonjour,\n{what}, {since}. {ask}\n[Merci d’avance|Cordialement|Merci pour votre travail].',
    'Bonjour, je me permets de vous [écrire|signaler ce qui suit] : {lower}. {ask} [Merci|Bonne réception|Belle journée].',
    'Bonjour Madame, Monsieur. {what}. {effect}. [Je vous remercie de votre aide|Merci à vos équipes|Avec mes remerciements].',
  ],
  angry: [
    '{what} !! {effect}. [C’est inadmissible|On se moque de nous|Je paie mes impôts comme tout le monde]. {ask}',
    '[Troisième|Deuxième|Énième] signalement : {lower}, {since} !!! [Que fait la mairie ?|Toujours rien de fait.|Faut-il un accident pour que ça bouge ?]',
    '[Encore et toujours|Ça suffit] : {lower}. {effect}. [La prochaine fois j’appelle la presse|Je vais finir par écrire au préfet|Nous sommes les oubliés de la ville].',
    '{what}, {since}. [J’ai déjà appelé deux fois|Personne ne répond|On m’avait promis que ce serait fait]. {effect}. [Scandaleux|Honteux|Merci de faire votre travail] !',
  ],
  letter: [
    'Madame, Monsieur le Maire,\nJ’ai l’honneur de vous signaler que, {since}, le désagrément suivant affecte notre quartier : {lower}. {effect}.\n[Âgée de 84 ans, je ne puis m’en occuper moi-même.|Habitant ici depuis 1971, je n’avais jamais vu cela.|Mon épouse et moi-même y passons chaque jour.]\n{ask}\nVeuillez agréer, Madame, Monsieur, l’expression de mes [sentiments distingués|salutations respectueuses].',
    'Monsieur le Maire,\nPar la présente, je me permets d’appeler votre attention sur ce fait. {what}. {effect}. N’ayant pas d’ordinateur, je vous écris [ces quelques lignes|à la main].\nDans l’attente de votre réponse, je vous prie de croire à [mes sentiments respectueux|l’assurance de ma considération].',
    'Madame la Maire,\n{what}, et cela {since}. {effect}. {ask}\nAvec mes salutations [les plus respectueuses|distinguées].',
  ],
  phone: [
    '[La personne|L’habitante|L’habitant|Une riveraine|Un riverain] signale : {lower}. {effect}.',
    'Appel [d’une dame|d’un monsieur|d’un commerçant|du gardien de l’immeuble] : {lower}, {since}.',
    '{what}. [Personne très agacée, a déjà appelé|Souhaite être rappelée|Ne souhaite pas laisser son nom|Remercie par avance].',
    'Vu au téléphone : {short}. {effect}.',
    '{what}. [Rappeler après 18 h|Disponible le matin|Laissera le portail ouvert].',
  ],
  mail: [
    'Objet : {short}\n\nBonjour,\n{what}, {since}. {effect}. {ask}\nCordialement',
    'Bonjour,\nSuite à mon passage [ce matin|hier soir|ce week-end], je vous informe que {lower}. {ask}\nBien cordialement,',
    'Madame, Monsieur,\n{what}. {effect}.\nLe conseil syndical [vous remercie d’intervenir|demande une réponse écrite|se tient à votre disposition].\nBien à vous',
  ],
  elected: [
    'Interpellation [sur le marché|à la permanence du samedi|à la sortie de l’école|lors de la réunion de quartier] : {lower}, {since}. {effect}.',
    '[Un riverain|Une riveraine|Une commerçante|Le président du comité de quartier] m’a signalé ceci : {lower}. {effect}. Merci de me dire ce qui est prévu, pour que je puisse lui répondre.',
    '{what}, {since}. [Constaté lors de ma visite de quartier|Vu en passant ce matin|Évoqué au conseil de quartier]. {effect}.',
  ],
  social: [
    '[Dites, la mairie|Dites donc|Coucou la mairie] : {lower} !! {effect}.',
    '{what}. {effect}. [Quelqu’un sait à qui il faut s’adresser ?|Personne ne fait rien ?|Vous comptez faire quelque chose ?]',
    '[Photo prise à l’instant|Encore aujourd’hui] : {short}. {effect}.',
    '{what}, {since}… [Merci de passer le mot aux services|Partagez !|Je ne suis pas le seul à le voir.]',
  ],
  sms: [
    'Bonjour, {lower}. Merci',
    'Bonjour, {short}, {since}. Merci',
    '{short}. {ask}',
    '{what}. {ask}',
  ],
};

/** The first of `SINCE`, for what nobody leaves for long. */
export const JUST_NOW = 4;

export const SINCE: readonly string[] = [
  'depuis hier',
  'depuis ce matin',
  'depuis hier soir',
  'depuis deux jours',
  'depuis trois jours',
  'depuis une semaine',
  'depuis une dizaine de jours',
  'depuis plus de quinze jours',
  'depuis trois semaines',
  'depuis un mois',
  'depuis le week-end',
  'depuis lundi',
  'depuis un bon moment',
  'et ce n’est pas nouveau',
];

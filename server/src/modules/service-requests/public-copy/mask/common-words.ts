import { fold } from '../../words.ts';

const words = (text: string) => new Set(text.trim().split(/\s+/).map(fold));

/** Words that follow a title or begin a sentence without being anybody's name. */
export const COMMON_WORDS = words(`
a à ai ait alors apparemment après as assez au aucun aussi autre aux avait avant avec avez avoir avons bien bonjour
bonsoir bref c ça car ce cela celle celui ces cet cette chaque chez cher chère ci comme comment cordialement d dans de debout depuis des
dès devant doit donc dont du elle elles en encore enfin ensuite entre es est et étaient était étant
être eu eux fait faites faire faut fois font grâce habite habitant habitait hier hors ici il ils j
jamais je jusque juste l la là laisse le les leur leurs lors lorsque lui m ma madame mademoiselle maintenant
mais malgré me même merci mes moi moins mon monsieur n ne ni non nos notre nous on ont or ou où oui
par parce parfois pas passe pendant peu peut peuvent plus plusieurs pour pourquoi pourrait pouvez près puis
qu quand que quel quelle quelqu qui quoi rien s sa salut sans se semble ses si soit sommes son sont sous
souvent suis sur svp ta tant te tel tes toi ton toujours tous tout toute toutes très trop tu un une va
vers veuillez vient voici voilà vont vos votre vous vraiment y urgent urgence attention bjr slt
bonne bon journée soirée semaine soir matin tombé tombée âgé âgée seul seule sympa agressif agressive agent agents âgées handicapé handicapée
vit dit disait demande demandait gare garé garée jette sort rentre vient venait habitent propriétaire
veut voulait dort crie nettoie refuse menace blessé blessée passait marchait inconnu inconnue
de du des d le la les lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril
mai juin juillet août septembre octobre novembre décembre`);

/** What one may be called after « Monsieur » that is an office, not a name. */
export const OFFICES = words(`
maire mairesse adjoint adjointe président présidente vice-président directeur directrice préfet préfète
conseiller conseillère député députée sénateur sénatrice ministre responsable chef cheffe commissaire
principal principale proviseur proviseure gardien gardienne policier commandant secrétaire agent
technicien technicienne tout-le-monde élu élue élus médiateur chargé chargée voirie services service
bonjour merci cordialement salutations madame monsieur messieurs mesdames mademoiselle juge procureur
docteur professeur propre`);

/** Shops and operators: « chez Lidl », « devant Carrefour ». */
export const BRANDS = words(`
lidl carrefour auchan leclerc intermarché monoprix casino franprix picard aldi netto decathlon ikea
leroy-merlin castorama boulanger darty fnac action kiabi orange sfr free bouygues enedis grdf engie
veolia suez keolis transdev sncf ratp tcl kfc quick paul mcdonald macdo burger amazon vinci jcdecaux
ladurée marie-blachère`);

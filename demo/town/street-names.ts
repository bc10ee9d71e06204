/**
 * What streets are called. People are invented; trades, trees, birds and regions belong to all.
 * Each entry is what follows "rue", with its own article.
 */

export const words = (list: string): string[] => list.split(',').map((word) => word.trim());

export const OLD_TRADES =
  words(`des Tanneurs, des Drapiers, du Four-Banal, des Cordeliers, de la Poterne, du Puits-Couvert,
  de l’Échauguette, des Orfèvres, de la Monnaie, du Chapitre, de la Boucherie, des Trois-Pigeons, du Chat-qui-Pêche,
  de la Vieille-Halle, du Pilori, des Chaudronniers, de la Prévôté, du Guet, de la Tour-Carrée, des Bouquinistes,
  du Marché-au-Blé, de l’Hôtel-Dieu, des Ursulines, du Cloître, de l’Ancien-Grenier, des Arbalétriers, du Vieux-Pressoir,
  de l’Image, du Cadran, de la Clef-d’Or, des Pelletiers, de la Petite-Porte, du Lion-Rouge, des Minimes, de la Barre,
  du Bourg-Neuf, des Teinturiers, du Grand-Cerf, de la Halle-aux-Draps, des Escaliers, du Beffroi, de la Corderie, du Sel,
  de la Table-Ronde, des Bons-Enfants, de l’Arquebuse, du Change, de la Croix-Blanche, des Potiers, du Cheval-Blanc,
  de la Porte-Peinte, des Lingères, du Vieux-Collège, de la Pomme-d’Or, des Serruriers, du Petit-Pont, de la Treille`);

export const BIRDS =
  words(`des Mésanges, des Fauvettes, des Rossignols, des Hirondelles, des Bergeronnettes, des Pinsons,
  des Chardonnerets, des Alouettes, des Loriots, des Rouges-Gorges, des Bouvreuils, des Tourterelles, des Martinets,
  des Huppes, des Geais, des Grives, des Verdiers, des Hérons, des Sarcelles, des Colverts, des Perdrix, des Milans,
  des Engoulevents, des Roitelets, des Linottes, des Étourneaux, des Cailles, des Courlis`);

export const TREES =
  words(`des Acacias, des Charmes, des Érables, des Tilleuls, des Noisetiers, des Frênes, des Bouleaux,
  des Peupliers, des Cèdres, des Noyers, des Merisiers, des Cerisiers, des Pommiers, des Poiriers, des Amandiers,
  des Aubépines, des Sorbiers, des Alisiers, des Marronniers, des Platanes, des Saules, des Aulnes, des Châtaigniers,
  des Genévriers, des Mûriers, des Cognassiers, du Grand-Chêne, des Hêtres, des Sapins, des Pruniers`);

export const FLOWERS =
  words(`des Églantines, des Jonquilles, des Primevères, des Violettes, des Bleuets, des Coquelicots,
  des Lilas, des Glycines, des Iris, des Pervenches, des Capucines, des Pivoines, des Jacinthes, des Hortensias,
  des Bruyères, des Genêts, des Lavandes, des Anémones, des Camélias, des Roses, des Dahlias, des Narcisses,
  des Chèvrefeuilles, du Muguet, des Gentianes, des Campanules, des Marguerites, des Clématites`);

export const FIELDS =
  words(`de la Garenne, du Champ-Rond, des Longues-Raies, du Clos-Fleuri, de la Source, du Pré-Vert,
  de la Pierre-Levée, du Beau-Site, des Quatre-Vents, de la Butte, du Gué, des Sablons, de la Croix-Rousse-des-Champs,
  du Vallon, de la Prairie, des Essarts, de la Tuilerie, du Moulin-à-Vent, de Bel-Air, de la Grange-aux-Moines,
  du Bas-Chemin, de la Mare-aux-Loups, des Grands-Champs, du Petit-Bois, de la Noue, des Terres-Rouges, du Bois-Joli,
  de la Fosse-aux-Chevaux, des Hautes-Vignes, de la Sablière, du Coteau, du Buisson, des Ouches, de la Chênaie,
  de la Châtaigneraie, du Clos-de-l’Abbé, de la Grande-Pièce, des Chaumes, de la Combe, du Levant, du Couchant`);

export const VILLAGE =
  words(`du Puits, du Lavoir, de l’Abreuvoir, des Lavandières, du Four, de la Forge, du Château,
  de la Cure, du Presbytère, des Granges, de la Mairie, du Chemin-Vert, de la Croix, des Jardins, du Tilleul,
  de la Bascule, du Maréchal-Ferrant, de la Place, de la Fruitière, des Battoirs, des Caves, de la Vierge, du Pavé,
  de la Carrière, du Stade, des Aubiers, du Vieux-Moulin, de l’École, de la Chapelle, de la Poste, du Ruisseau,
  de la Cressonnière, du Bief, des Murets, du Cimetière, des Treilles, de la Fontaine-Froide`);

export const BUSINESS =
  words(`des Artisans, de l’Innovation, des Entrepreneurs, de la Menuiserie, des Métiers, de l’Énergie,
  du Commerce, de la Logistique, des Forges, de la Fonderie, des Compagnons, de la Filature, des Ateliers, du Fret,
  de la Papeterie, des Maraîchers, de la Scierie, des Frigos, de la Verrerie, des Transporteurs, de la Mécanique`);

export const REGIONS =
  words(`du Berry, de la Saintonge, du Poitou, de l’Anjou, de la Touraine, du Béarn, de la Picardie,
  du Limousin, de la Bigorre, du Forez, du Velay, de la Bresse, du Nivernais, de la Thiérache, du Vexin, de la Beauce,
  du Perche, de la Sologne, du Quercy, du Rouergue, de l’Artois, du Valois`);

export const MEMORY =
  words(`de la Liberté, de l’Égalité, de la Fraternité, du 8-Mai-1945, du 11-Novembre-1918, du 14-Juillet,
  du 4-Septembre, de la Paix, de la Résistance, des Fusillés, de Verdun, du Souvenir, de l’Espérance, de la Solidarité,
  du Progrès, de l’Union, de la Concorde, de l’Avenir, des Droits-de-l’Homme, de l’Arsenal, des Abattoirs, de l’Octroi,
  de l’Hôpital, du Lycée, des Écoles, du Théâtre, de la Caserne, du Gaz, de la Glacière, de la Manufacture`);

export const FIRST_NAMES =
  words(`Émile, Jeanne, Auguste, Marguerite, Léon, Berthe, Fernand, Suzanne, Gaston, Louise, Alphonse,
  Germaine, Hippolyte, Clémence, Anatole, Augustine, Octave, Hélène, Théodore, Mathilde, Eugène, Rosalie, Armand,
  Blanche, Félicien, Adèle, Achille, Henriette, Prosper, Lucienne, Edmond, Pauline, Ferdinand, Yvonne, Célestin`);

export const LAST_NAMES =
  words(`Castagnol, Vautrin, Lambrecq, Ronsel, Dorléac-Morin, Mirebeau, Fontenoy, Ardusson, Pellicier,
  Garambois, Thévenault, Rochemare, Sauvignac, Bellegrain, Chastang, Lorieux, Montcel, Drouvot, Escalier, Vermandel,
  Courtavel, Hautbrion, Galtier-Rey, Peyramale, Trémolat, Valcroze, Bressuire, Coutelier, Maurepas-Lenoir, Ferrandy,
  Ginestous, Larrivoire, Naudet, Orcival, Puységur, Querbes, Sarrazol, Tavernol, Ussel-Grange, Vernayre, Zeller-Roux,
  Aubertin-Sorel, Barbazange, Cantagrel, Delmontel, Espérandieu-Roy, Floirac, Gaillardon, Hautecombe, Issartel,
  Jolibois, Lacombrade, Malaurie, Nogaret-Blain, Oustric, Prunières, Quintefeuille, Roquelaine, Savignol,
  Teyssandier, Urbain-Lacaze, Verdoyère, Ymbert, Bonnafous, Clérambault-Dury, Dargelès, Estienvrot,
  Beaufilet, Champrond, Desnoyelles, Entraygas, Fougeray, Hermelin, Jaubertie, Kermarec-Dol`);

export const TITLES =
  words(`du Docteur, du Général, du Colonel, de l’Abbé, du Professeur, du Capitaine, du Président,
  de l’Ingénieur, du Maire, du Sergent, de l’Amiral, du Facteur`);

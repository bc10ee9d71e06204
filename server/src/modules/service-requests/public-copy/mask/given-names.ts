import { fold } from '../../words.ts';

const words = (text: string) => new Set(text.trim().split(/\s+/).map(fold));

/**
 * Given names carried in France, of every generation and origin: facts, as the civil register's
 * yearly counts publish them (INSEE, « Fichier des prénoms », Licence Ouverte 2.0).
 */
export const GIVEN_NAMES = words(`
Abdel Abdelkader Abdou Adama Adèle Adeline Adrien Adrienne Agathe Agnès Ahmed Aïcha Alain Alban
Albert Alexandra Alexandre Alexia Alexis Ali Alicia Aline Alison Alix Alphonse Amadou Amandine
Amar Ambre Amélie Amina Aminata Amine Anaïs Anastasia André Andréa Andrée Andrew Ange Angèle
Angélique Anissa Anita Ann Anna Annabelle Anne Annick Annie Anouk Antoine Antoinette Antonio Apolline
Armand Armelle Arnaud Arthur Assia Astrid Aubin Audrey Auguste Augustin Aurélia Aurélie Aurélien
Aurore Awa Axel Aya Aymeric Ayoub Aziz Baptiste Barbara Basile Bastien Béatrice Benjamin Benoît
Bérénice Bernadette Bernard Bernardo Berthe Bertrand Bilal Blaise Boris Boubacar Brahim Brandon
Brice Brigitte Bruno Bryan Camille Candice Capucine Carine Carla Carlos Carole Caroline Catherine
Cécile Cédric Céline Chantal Charlène Charles Charlie Charline Charlotte Cheikh Chloé Christel
Christelle Christian Christiane Christine Christophe Cindy Claire Clara Clarisse Claude Claudette
Claudia Claudie Claudine Clémence Clément Clémentine Clotilde Colette Coline Constance Constant
Coralie Corentin Corinne Cynthia Cyprien Cyril Cyrille Damien Daniel Danièle Danielle Danny David
Débora Deborah Delphine Denis Denise Denise Désiré Diane Didier Diego Dimitri Djamel Djibril
Dominique Donatien Dorian Dorothée Driss Dylan Edgar Edith Édith Edmond Édouard Edwige Eléa Éléonore
Élia Éliane Elias Élie Éliette Elif Elisa Élisabeth Elise Élise Ella Élodie Eloïse Elsa Elvire Émeline
Émile Émilie Émilien Emma Emmanuel Emmanuelle Emmy Emre Enzo Éric Erika Ernest Erwan Estelle Esteban
Esther Étienne Eugène Eugénie Eva Évan Evelyne Fabien Fabienne Fabrice Fadila Fanny Farah Farid
Fatima Fatma Fatou Fatoumata Faustine Félicie Félix Fernand Fernande Fernando Ferdinand Fiona Flavie Flavien
Florence Florent Florentin Florian Floriane Fouad Francine Francis Franck François Françoise Frédéric
Frédérique Gabin Gabriel Gabrielle Gaël Gaëlle Gaëtan Gaspard Gaston Gauthier Geneviève Geoffrey
Georges Georgette Gérald Géraldine Gérard Germain Germaine Ghislain Ghislaine Gilbert Gilberte Gilles
Gina Giovanni Gisèle Gladys Goran Grégoire Grégory Guénaëlle Guillaume Gustave Guy Gwenaëlle Gwendoline
Habib Hakim Hamid Hamza Hanna Hassan Hélène Henri Henriette Henry Hervé Hicham Honoré Hubert Hugo
Hugues Huguette Ibrahim Ibrahima Idriss Igor Ilan Ilyes Imane Imran Inaya Inès Ingrid Irène Iris Isaac
Isabelle Isaline Ismaël Issa Ivan Jacky Jacqueline Jacques Jade Jamal James Jamila Jamel Janine Jason
Jawad Jean Jeanne Jeannette Jeannine Jennifer Jérémie Jérémy Jérôme Jessica Jessy Joachim Joan Joanna
Jocelyne Joël Joëlle Johan Johanna John Johnny Jonas Jonathan Jordan Jordi José Joseph Joséphine Josette
Josiane Josselin Josué Joyce Juan Judith Jules Julia Julian Juliane Julie Julien Julienne Juliette Justin
Justine Kader Kamel Kamila Karen Karim Karima Karine Karl Kévin Khadija Khaled Khadidja Kimberley
Kylian Laetitia Laeticia Lamine Lara Latifa Laura Laurence Laurent Laurie Laurine Léa Léana Léandre Leïla
Léna Léo Léon Léonard Léonie Léopold Leslie Lila Lilian Liliane Lilou Lily Lina Linda Line Linh Lisa
Lise Livia Loan Loïc Lola Loris Lorraine Lou Louane Louis Louisa Louise Louison Loup Luc Luca Lucas
Lucette Lucie Lucien Lucienne Ludivine Ludovic Luis Luna Lydia Lydie Lyna Maceo Madeleine Mado Maël
Maëlle Maëlys Magali Magalie Mahamadou Maïlys Maïssa Maïwenn Malik Malika Malo Mamadou Manon Manuel Manuela
Marc Marceau Marcel Marcelle Marcelline Marco Margaux Margot Marguerite Maria Mariam Mariama Marianne Marie
Mariette Marilyne Marin Marina Marine Mario Marion Marius Marjolaine Marjorie Marlène Marthe Martial
Martin Martine Maryam Maryline Maryse Maryvonne Matéo Mathéo Mathias Mathieu Mathilde Mathis Matis Matteo Matthias
Matthieu Maud Maurice Mauricette Max Maxence Maxim Maxime Maximilien Maya Mehdi Meï Mélanie Mélina Mélissa
Mélodie Meryem Michaël Michel Michèle Micheline Mickaël Miguel Mila Milan Milo Mireille Mohamed Mohammed
Moïse Momo Mona Monique Morgan Morgane Mouloud Mounir Mourad Moussa Mustapha Myriam Nabil Nadège Nadia
Nadine Naïm Nans Naomi Nassim Nathalie Nathan Nathanaël Nawel Nelly Nicolas Nicole Nina Noa Noah Noam Noé
Noémie Nora Norbert Norman Nour Océane Octave Odette Odile Olga Olivia Olivier Omar Ophélie Oriane
Oscar Ousmane Owen Pablo Paloma Paola Paolo Pascal Pascale Patrice Patricia Patrick Paul Paula Paule
Paulette Pauline Paulo Pedro Perrine Philippe Philomène Pierre Pierrette Pierrick Piotr Priscilla
Prosper Quentin Rachel Rachid Rafael Raoul Raphaël Raphaëlle Raymond Raymonde Rayan Rebecca Régine
Régis Réjane Rémi Rémy Renaud René Renée Reynald Riad Richard Rita Robert Roberta Roberto Robin Roger
Rodolphe Rodrigue Roland Rolande Romain Romane Roméo Romuald Ronan Rosalie Rose Roseline Rosine Roxane Ryan
Sabine Sabrina Sabri Sacha Saïd Salah Salim Salima Salomé Sam Sami Samia Samir Samira Samuel Samy
Sandra Sandrine Sandy Sara Sarah Sasha Saskia Sébastien Ségolène Selim Selma Séraphine Serge Séverine
Sidonie Siham Simon Simone Sofia Sofiane Soizic Solange Solène Soline Sonia Sophia Sophie Soraya Souad
Soufiane Stella Stéphane Stéphanie Steve Steven Suzanne Suzette Sven Sylvain Sylvaine Sylvette Sylvia
Sylviane Sylvie Tania Tanguy Tatiana Téo Teresa Thaïs Théa Théo Théodore Théophile Thérèse Thibaud
Thibault Thibaut Thierry Thomas Tiago Timéo Timothée Tina Titouan Tom Tony Toussaint Tristan Ugo
Ulysse Valentin Valentine Valérie Valéry Vanessa Vera Véronique Vianney Vicky Victor Victoria Victorien
Victorine Vincent Violaine Violette Virgile Virginie Viviane Vivien Vladimir Wafa Walid Wassim Wendy
Wilfried William Willy Xavier Yacine Yaëlle Yanis Yann Yannick Yasmina Yasmine Yassine Yohan Yohann
Yolande Youcef Younès Youssef Youssouf Yvan Yves Yvette Yvon Yvonne Zachary Zakaria Zara Zélie Zineb
Zoé Zohra`);

/** Given names that are words too: alone they name nobody, before a surname they do. */
export const ALSO_WORDS = words(`
Ali Ambre Ange Aurore Axel Aya Basile Blaise Camille Capucine Charlotte Claire Clémence Constance
Constant Coline Désiré Diane Dominique Florence France Guy Honoré Iris Jade Jean Jules Lila Line Lise Lola
Loup Lou Luna Lorraine Mado Marguerite Marin Marine Martial Martin Max Mona Moussa Noa Nina Nora
Octave Olive Olympe Oscar Pascal Paule Pierre Prosper Prudence Rolande Romane Romain Robin Roman Rose Rosalie Sam Serge
Sandy Toussaint Tom Tony Victoire Victor Vera Vincent Violette Zélie Éric Anna Ann Sacha Sasha Milan Boris Germain
Laurent Aubin Auguste Augustin Benoît Louis Georges Charles Paul Jacques Michel Denis André Antoine Roch Luc Marc
Clément Hilaire Étienne Joseph Thomas Simon Nicolas Léger Maurice Vivien Gabriel Raphaël Bernard Norbert Adèle Lara`);

/** The commonest surnames of France (INSEE, « Fichier des noms »): after a given name in small letters. */
export const SURNAMES = words(`
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy
Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller
Lefevre Faure Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia
Perrin Robin Clement Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont
Marie Lemaire Noel Meyer Dufour Meunier Brun Blanchard Giraud Joly Riviere Lucas Brunet Gaillard
Barbier Arnaud Martinez Gerard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre
Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoit Rey Leclerc Payet Rolland
Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin
Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry
Guyot Carre Charles Renault Charpentier Menard Maillard Baron Bertin Bailly Herve Schneider Fernandez
Lecuyer Collet Leger Bouvier Julien Prevost Millet Perrot Daniel Cousin Germain Breton Besson Langlois
Remy Le Traore Diallo Diop Nguyen Tran Benali Haddad Ferreira Pereira Rodrigues Gomes Costa Silva
Alves Ndiaye Kone Camara Keita Coulibaly Cisse Sow Ba Bensaid Belkacem Ouali Cherif Saidi`);

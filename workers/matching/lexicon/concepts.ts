/**
 * Skills, licences and degrees of the trades, one a line: id | kind | names in both languages, the French one first.
 * A name matches when all its words stand near each other in a line, in any order, in any inflection, each itself or
 * by a word of the same meaning.
 */
export const conceptLines = `
forklift-licence|licence|CACES R489;CACES chariot;R489;R389;forklift licence;forklift truck license;licence cariste;permis cariste;recommandation INRS chariot;autorisation de conduite chariot;frontal mât rétractable;lift truck certificate;counterbalance reach truck certificate;RTITB;CACES cariste
wms|skill|WMS;logiciel de gestion d'entrepôt;logiciel d'entrepôt;warehouse management system;Reflex WMS;Manhattan WMS;stock software terminal;terminal embarqué;gestion informatisée des stocks;Infolog;Logipharma;scan RF;lecteur code-barres stock
high-stacking|skill|gerbage grande hauteur;stacking at height;rack dernier niveau;racks top level;gerbage dégerbage;mise en hauteur palettes;high-bay storage;high-level stacking;palettes hauteur;lisses mètres
cycle-counts|skill|inventaires tournants;cycle counts;inventaire;stocktaking;comptages références;stock counts;inventory counting;shelf quantities corrected differences;écarts de stock
cold-store|skill|froid négatif;chambre froide;surgelé;entrepôt frigorifique;cold store;frozen warehouse;freezer;deep freeze;chambre de surgélation;température négative;produits surgelés
`

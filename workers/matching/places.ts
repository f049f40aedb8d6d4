import { fold } from '../../src/kit/fold.ts'

/** A place on the map, in degrees. */
export interface Place {
  lat: number
  lon: number
}

/** Towns by country, with latitude and longitude to the hundredth of a degree (about a kilometre). */
const towns: Record<string, string> = {
  FR: `Paris 48.86 2.35;Marseille 43.30 5.37;Lyon 45.76 4.84;Toulouse 43.60 1.44;Nice 43.70 7.27;Nantes 47.22 -1.55;Montpellier 43.61 3.88;Strasbourg 48.58 7.75;Bordeaux 44.84 -0.58;Lille 50.63 3.06;Rennes 48.11 -1.68;Reims 49.26 4.03;Toulon 43.12 5.93;Saint-Etienne 45.44 4.39;Le Havre 49.49 0.11;Grenoble 45.19 5.72;Dijon 47.32 5.04;Angers 47.47 -0.55;Nimes 43.84 4.36;Villeurbanne 45.77 4.88;Clermont-Ferrand 45.78 3.09;Aix-en-Provence 43.53 5.45;Le Mans 48.00 0.20;Brest 48.39 -4.49;Tours 47.39 0.69;Amiens 49.89 2.30;Limoges 45.83 1.26;Annecy 45.90 6.13;Perpignan 42.69 2.89;Boulogne-Billancourt 48.84 2.24;Metz 49.12 6.18;Besancon 47.24 6.02;Orleans 47.90 1.91;Rouen 49.44 1.10;Mulhouse 47.75 7.34;Caen 49.18 -0.37;Nancy 48.69 6.18;Saint-Denis 48.94 2.36;Argenteuil 48.95 2.25;Roubaix 50.69 3.18;Tourcoing 50.72 3.16;Montreuil 48.86 2.44;Avignon 43.95 4.81;Nanterre 48.89 2.21;Creteil 48.79 2.46;Poitiers 46.58 0.34;Versailles 48.80 2.13;Courbevoie 48.90 2.26;Vitry-sur-Seine 48.79 2.39;Colombes 48.92 2.25;Aulnay-sous-Bois 48.94 2.50;Asnieres-sur-Seine 48.91 2.29;Rueil-Malmaison 48.88 2.19;Antibes 43.58 7.12;Saint-Maur-des-Fosses 48.80 2.49;Calais 50.95 1.86;Champigny-sur-Marne 48.82 2.50;Aubervilliers 48.91 2.38;Beziers 43.34 3.22;Bourges 47.08 2.40;Cannes 43.55 7.01;Colmar 48.08 7.36;Dunkerque 51.03 2.38;Valence 44.93 4.89;Quimper 48.00 -4.10;Troyes 48.30 4.07;La Rochelle 46.16 -1.15;Antony 48.75 2.30;Merignac 44.84 -0.65;Saint-Nazaire 47.27 -2.21;Pau 43.30 -0.37;Niort 46.32 -0.46;Chambery 45.57 5.92;Lorient 47.75 -3.37;Beauvais 49.43 2.08;Cergy 49.04 2.07;Pessac 44.81 -0.63;Hyeres 43.12 6.13;Ajaccio 41.92 8.74;Bastia 42.70 9.45;Montauban 44.02 1.36;Cholet 47.06 -0.88;Vannes 47.66 -2.76;Laval 48.07 -0.77;Arles 43.68 4.63;Evreux 49.02 1.15;Belfort 47.64 6.86;Evry 48.63 2.43;Charleville-Mezieres 49.76 4.72;Brive-la-Gaillarde 45.16 1.53;Blois 47.59 1.33;Saint-Brieuc 48.51 -2.76;Chalons-en-Champagne 48.96 4.36;Saint-Malo 48.65 -2.01;Chalon-sur-Saone 46.78 4.85;La Roche-sur-Yon 46.67 -1.43;Tarbes 43.23 0.08;Albi 43.93 2.15;Carcassonne 43.21 2.35;Bayonne 43.49 -1.47;Biarritz 43.48 -1.56;Angouleme 45.65 0.16;Bourg-en-Bresse 46.21 5.23;Castres 43.61 2.24;Thionville 49.36 6.17;Arras 50.29 2.78;Valenciennes 50.36 3.52;Compiegne 49.42 2.83;Douai 50.37 3.08;Lens 50.43 2.83;Bethune 50.53 2.64;Boulogne-sur-Mer 50.73 1.61;Cherbourg 49.64 -1.62;Saint-Quentin 49.85 3.29;Gap 44.56 6.08;Draguignan 43.54 6.46;Frejus 43.43 6.74;Grasse 43.66 6.92;Martigues 43.41 5.05;Aubagne 43.29 5.57;Istres 43.51 4.99;Salon-de-Provence 43.64 5.10;Vienne 45.53 4.87;Roanne 46.04 4.07;Macon 46.31 4.83;Nevers 46.99 3.16;Moulins 46.57 3.33;Vichy 46.13 3.43;Montlucon 46.34 2.60;Aurillac 44.93 2.44;Le Puy-en-Velay 45.04 3.88;Rodez 44.35 2.57;Millau 44.10 3.08;Cahors 44.45 1.44;Agen 44.20 0.62;Perigueux 45.18 0.72;Bergerac 44.85 0.48;Libourne 44.92 -0.24;Arcachon 44.66 -1.17;Mont-de-Marsan 43.89 -0.50;Dax 43.71 -1.05;Auch 43.65 0.59;Foix 42.97 1.61;Narbonne 43.18 3.00;Sete 43.40 3.70;Ales 44.12 4.08;Mende 44.52 3.50;Privas 44.74 4.60;Montelimar 44.56 4.75;Digne-les-Bains 44.09 6.24;Manosque 43.83 5.79;Orange 44.14 4.81;Carpentras 44.06 5.05;Cavaillon 43.84 5.04;Epinal 48.17 6.45;Bar-le-Duc 48.77 5.16;Verdun 49.16 5.38;Chaumont 48.11 5.14;Vesoul 47.62 6.16;Lons-le-Saunier 46.67 5.55;Dole 47.09 5.49;Auxerre 47.80 3.57;Sens 48.20 3.28;Montargis 48.00 2.73;Chartres 48.44 1.49;Dreux 48.74 1.37;Alencon 48.43 0.09;Lisieux 49.15 0.23;Saint-Lo 49.12 -1.09;Dieppe 49.92 1.08;Abbeville 50.11 1.83;Laon 49.56 3.62;Soissons 49.38 3.32;Meaux 48.96 2.88;Melun 48.54 2.66;Fontainebleau 48.40 2.70;Mantes-la-Jolie 48.99 1.71;Poissy 48.93 2.05;Saint-Germain-en-Laye 48.90 2.09;Massy 48.73 2.27;Palaiseau 48.71 2.25;Pontoise 49.05 2.10;Roissy-en-France 49.00 2.52;Rungis 48.75 2.35;Ivry-sur-Seine 48.81 2.38;Issy-les-Moulineaux 48.82 2.27;Levallois-Perret 48.89 2.29;Puteaux 48.88 2.24;Bobigny 48.91 2.44;Noisy-le-Grand 48.85 2.55;Villejuif 48.79 2.36;Chateauroux 46.81 1.69;Vierzon 47.22 2.07;Gueret 46.17 1.87;Tulle 45.27 1.77;Saumur 47.26 -0.08;Chatellerault 46.82 0.55;Rochefort 45.94 -0.96;Saintes 45.75 -0.63;Cognac 45.70 -0.33;Royan 45.63 -1.03;Les Sables-d'Olonne 46.50 -1.78;Fougeres 48.35 -1.20;Vitre 48.12 -1.21;Redon 47.65 -2.08;Lannion 48.73 -3.46;Morlaix 48.58 -3.83;Pontivy 48.07 -2.97;Concarneau 47.87 -3.92;Haguenau 48.82 7.79;Selestat 48.26 7.45;Saverne 48.74 7.36;Sarreguemines 49.11 7.07;Forbach 49.19 6.90;Montbeliard 47.51 6.80;Pontarlier 46.90 6.35;Annemasse 46.19 6.23;Thonon-les-Bains 46.37 6.48;Cluses 46.06 6.58;Chamonix 45.92 6.87;Albertville 45.68 6.39;Aix-les-Bains 45.69 5.91;Voiron 45.36 5.59;Bourgoin-Jallieu 45.59 5.28;Oyonnax 46.26 5.66;Villefranche-sur-Saone 45.99 4.72;Beaune 47.02 4.84;Le Creusot 46.80 4.44;Vitrolles 43.46 5.25;Menton 43.78 7.50;Blagnac 43.64 1.39;Colomiers 43.61 1.34;Muret 43.46 1.33;Saint-Herblain 47.21 -1.65;Reze 47.18 -1.55;Venissieux 45.70 4.89;Saint-Priest 45.70 4.94;Bron 45.73 4.91;Echirolles 45.14 5.71;Villeneuve-d'Ascq 50.62 3.14;Maubeuge 50.28 3.97;Cambrai 50.18 3.24;Saint-Omer 50.75 2.25;Lourdes 43.09 -0.05;Saint-Denis de la Reunion -20.88 55.45;Fort-de-France 14.61 -61.07;Pointe-a-Pitre 16.24 -61.53;Cayenne 4.94 -52.33;Mamoudzou -12.78 45.23`,
  MA: `Casablanca 33.57 -7.59;Rabat 34.02 -6.84;Fes 34.03 -5.00;Marrakech 31.63 -7.99;Tanger 35.76 -5.83;Agadir 30.43 -9.60;Meknes 33.90 -5.55;Oujda 34.68 -1.91;Kenitra 34.26 -6.58;Tetouan 35.58 -5.37;Sale 34.05 -6.80;Temara 33.93 -6.91;Safi 32.30 -9.24;Mohammedia 33.69 -7.38;El Jadida 33.23 -8.50;Beni Mellal 32.34 -6.36;Nador 35.17 -2.93;Taza 34.21 -4.01;Settat 33.00 -7.62;Khouribga 32.88 -6.91;Larache 35.19 -6.16;Khemisset 33.82 -6.07;Berrechid 33.27 -7.59;Ouarzazate 30.92 -6.91;Errachidia 31.93 -4.42;Essaouira 31.51 -9.77;Laayoune 27.15 -13.20;Dakhla 23.70 -15.94;Inezgane 30.36 -9.54;Al Hoceima 35.25 -3.94;Berkane 34.92 -2.32;Ifrane 33.53 -5.11;Bouskoura 33.45 -7.65;Guelmim 28.99 -10.06;Taroudant 30.47 -8.88;Benslimane 33.61 -7.12;Nouaceur 33.37 -7.57;Skhirat 33.85 -7.03`,
  BE: `Bruxelles 50.85 4.35;Brussels 50.85 4.35;Anvers 51.22 4.40;Antwerp 51.22 4.40;Gand 51.05 3.72;Ghent 51.05 3.72;Charleroi 50.41 4.44;Liege 50.63 5.57;Bruges 51.21 3.22;Namur 50.47 4.87;Louvain 50.88 4.70;Leuven 50.88 4.70;Mons 50.45 3.95;Tournai 50.61 3.39;Mouscron 50.74 3.21;Verviers 50.59 5.86;Arlon 49.68 5.82;Courtrai 50.83 3.26;Hasselt 50.93 5.34;Nivelles 50.60 4.33;Wavre 50.72 4.61;La Louviere 50.48 4.19;Louvain-la-Neuve 50.67 4.61;Malines 51.03 4.48;Ostende 51.23 2.92;Seraing 50.58 5.50;Bastogne 50.00 5.72`,
  CH: `Geneve 46.20 6.14;Geneva 46.20 6.14;Lausanne 46.52 6.63;Zurich 47.38 8.54;Bale 47.56 7.59;Basel 47.56 7.59;Berne 46.95 7.45;Bern 46.95 7.45;Fribourg 46.80 7.15;Neuchatel 46.99 6.93;Sion 46.23 7.36;Nyon 46.38 6.24;Montreux 46.43 6.91;Yverdon-les-Bains 46.78 6.64;La Chaux-de-Fonds 47.10 6.83;Delemont 47.37 7.34;Bienne 47.14 7.25;Lugano 46.00 8.95;Lucerne 47.05 8.31;Vevey 46.46 6.84;Martigny 46.10 7.07;Winterthour 47.50 8.73`,
  LU: `Luxembourg 49.61 6.13;Esch-sur-Alzette 49.50 5.98;Differdange 49.52 5.89;Dudelange 49.48 6.09;Ettelbruck 49.85 6.10;Bertrange 49.61 6.05;Diekirch 49.87 6.16`,
}

/** Middles of the French departments by the first digits of their postal codes. */
const departments =
  '01 46.1 5.35;02 49.56 3.56;03 46.4 3.19;04 44.1 6.24;05 44.66 6.26;06 43.94 7.12;07 44.75 4.42;08 49.62 4.64;09 42.92 1.5;10 48.3 4.16;11 43.1 2.41;12 44.28 2.68;13 43.54 5.09;14 49.1 -0.36;15 45.05 2.67;16 45.72 0.2;17 45.78 -0.67;18 47.07 2.49;19 45.36 1.88;20 42.15 9.1;21 47.42 4.77;22 48.44 -2.86;23 46.09 2.02;24 45.1 0.74;25 47.17 6.36;26 44.68 5.17;27 49.11 1;28 48.39 1.37;29 48.26 -4.06;30 43.99 4.18;31 43.36 1.17;32 43.69 0.45;33 44.83 -0.58;34 43.58 3.37;35 48.15 -1.64;36 46.78 1.58;37 47.26 0.69;38 45.26 5.58;39 46.73 5.7;40 43.97 -0.78;41 47.62 1.43;42 45.73 4.17;43 45.13 3.81;44 47.36 -1.68;45 47.91 2.34;46 44.62 1.6;47 44.37 0.46;48 44.52 3.5;49 47.39 -0.56;50 49.08 -1.33;51 48.95 4.24;52 48.11 5.23;53 48.15 -0.66;54 48.79 6.17;55 48.99 5.38;56 47.85 -2.81;57 49.04 6.66;58 47.12 3.5;59 50.45 3.22;60 49.41 2.43;61 48.62 0.13;62 50.49 2.29;63 45.73 3.14;64 43.26 -0.76;65 43.05 0.16;66 42.6 2.52;67 48.67 7.55;68 47.86 7.27;69 45.87 4.64;70 47.64 6.09;71 46.64 4.54;72 47.99 0.22;73 45.48 6.44;74 46.03 6.43;75 48.86 2.34;76 49.66 1.03;77 48.63 2.93;78 48.81 1.84;79 46.56 -0.32;80 49.96 2.28;81 43.79 2.17;82 44.09 1.28;83 43.46 6.22;84 44.01 5.18;85 46.67 -1.3;86 46.56 0.46;87 45.89 1.24;88 48.2 6.38;89 47.84 3.56;90 47.63 6.93;91 48.52 2.24;92 48.85 2.25;93 48.92 2.48;94 48.78 2.47;95 49.08 2.13;971 16.2 -61.5;972 14.65 -61;973 4 -53;974 -21.13 55.53;976 -12.8 45.15'

const townByName = new Map<string, Place & { country: string }>()
for (const [country, list] of Object.entries(towns)) {
  for (const entry of list.split(';')) {
    const match = /^(.+) (-?[\d.]+) (-?[\d.]+)$/.exec(entry)
    if (match) townByName.set(nameKey(match[1]!), { lat: Number(match[2]), lon: Number(match[3]), country })
  }
}
const departmentByCode = new Map<string, Place>()
for (const entry of departments.split(';')) {
  const [code, lat, lon] = entry.split(' ')
  departmentByCode.set(code!, { lat: Number(lat), lon: Number(lon) })
}

function nameKey(name: string): string {
  return fold(name)
    .replaceAll(/\bst(e?)[. -]/g, 'saint$1-')
    .replaceAll(/\b(?:cedex|\d+e?r?)\b/g, ' ')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
}

/**
 * Where a town or a postal code lies: the town itself when the table knows it, else the middle of the French
 * department of the code. Null when neither is known.
 */
export function placeOf(facts: { city: string; postalCode: string; country: string }): Place | null {
  const town = facts.city ? townByName.get(nameKey(facts.city)) : undefined
  if (town && (facts.country === '' || facts.country === town.country)) return { lat: town.lat, lon: town.lon }
  const code = facts.postalCode.replaceAll(/\s/g, '')
  if (!/^\d{5}$/.test(code) || (facts.country !== '' && facts.country !== 'FR')) return null
  return departmentByCode.get(code.slice(0, 3)) ?? departmentByCode.get(code.slice(0, 2)) ?? null
}

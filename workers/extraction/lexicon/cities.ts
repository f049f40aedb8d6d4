import { fold } from '../../../src/kit/fold.ts'
import { townTable } from '../../../src/model/townTable.ts'

// Larger towns by country, as people write them, in more than one language.
const byCountry: Record<string, string> = {
  FR: `Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Montpellier|Strasbourg|Bordeaux|Lille|Rennes|Reims|Saint-Étienne|Le Havre|Toulon|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Saint-Denis|Aix-en-Provence|Clermont-Ferrand|Le Mans|Brest|Tours|Amiens|Limoges|Annecy|Perpignan|Boulogne-Billancourt|Metz|Besançon|Orléans|Rouen|Argenteuil|Mulhouse|Montreuil|Caen|Nancy|Tourcoing|Roubaix|Nanterre|Vitry-sur-Seine|Avignon|Créteil|Dunkerque|Poitiers|Asnières-sur-Seine|Versailles|Colombes|Saint-Pierre|Aubervilliers|Aulnay-sous-Bois|Courbevoie|Fort-de-France|Rueil-Malmaison|Pau|La Rochelle|Calais|Cannes|Béziers|Colmar|Bourges|Antibes|Saint-Maur-des-Fossés|Mérignac|Saint-Nazaire|Ajaccio|Drancy|Champigny-sur-Marne|Issy-les-Moulineaux|Noisy-le-Grand|Levallois-Perret|Villeneuve-d'Ascq|Vénissieux|Cergy|La Seyne-sur-Mer|Quimper|Valence|Neuilly-sur-Seine|Antony|Pessac|Ivry-sur-Seine|Troyes|Clichy|Chambéry|Montauban|Niort|Lorient|Sarcelles|Le Blanc-Mesnil|Villejuif|Maisons-Alfort|Hyères|Beauvais|Cholet|Épinay-sur-Seine|Meaux|Bondy|Fontenay-sous-Bois|Chelles|Pantin|Évry|Arles|Fréjus|Clamart|Vannes|Narbonne|Sartrouville|Grasse|Bobigny|La Roche-sur-Yon|Laval|Belfort|Vincennes|Évreux|Sevran|Martigues|Cherbourg|Saint-Quentin|Massy|Bayonne|Vaulx-en-Velin|Blois|Corbeil-Essonnes|Saint-Malo|Albi|Brive-la-Gaillarde|Saint-Herblain|Carcassonne|Chalon-sur-Saône|Châlons-en-Champagne|Charleville-Mézières|Bastia|Tarbes|Alès|Saint-Brieuc|Suresnes|Gennevilliers|Istres|Bagneux|Rosny-sous-Bois|Aubagne|Talence|Puteaux|Boulogne-sur-Mer|Meudon|Montrouge|Saint-Priest|Caluire-et-Cuire|Angoulême|Thionville|Valenciennes|Douai|Arras|Lens|Gap|Castres|Bourg-en-Bresse|Draguignan|Villefranche-sur-Saône|Mâcon|Agen|Périgueux|Bergerac|Mont-de-Marsan|Dax|Rodez|Cahors|Auch|Aurillac|Le Puy-en-Velay|Vichy|Moulins|Nevers|Auxerre|Sens|Montargis|Chartres|Dreux|Alençon|Saint-Lô|Lisieux|Dieppe|Fougères|Vitré|Redon|Pontivy|Lannion|Morlaix|Concarneau|Saumur|Épinal|Saint-Dié-des-Vosges|Haguenau|Sarreguemines|Forbach|Bar-le-Duc|Verdun|Chaumont|Vesoul|Dole|Lons-le-Saunier|Pontarlier|Oyonnax|Thonon-les-Bains|Annemasse|Cluses|Albertville|Voiron|Échirolles|Bron|Décines-Charpieu|Rillieux-la-Pape|Oullins|Givors|Vienne|Roanne|Saint-Chamond|Firminy|Romans-sur-Isère|Montélimar|Privas|Aubenas|Orange|Carpentras|Cavaillon|Salon-de-Provence|Marignane|Vitrolles|La Ciotat|Manosque|Digne-les-Bains|Menton|Cagnes-sur-Mer|Sète|Lunel|Agde|Blagnac|Colomiers|Muret|Libourne|Arcachon|Biarritz|Anglet|Rochefort|Saintes|Cognac|Châtellerault|Châteauroux|Guéret|Tulle|Melun|Fontainebleau|Torcy|Lognes|Pontoise|Argenteuil|Franconville|Ermont|Poissy|Mantes-la-Jolie|Saint-Germain-en-Laye|Trappes|Guyancourt|Vélizy-Villacoublay|Palaiseau|Les Ulis|Savigny-sur-Orge|Draveil|Choisy-le-Roi|Alfortville|Cachan|Thiais|Orly|Nogent-sur-Marne|Saint-Ouen|Stains|La Courneuve|Gagny|Livry-Gargan|Roissy-en-France|La Défense|Saint-Denis de la Réunion|Pointe-à-Pitre|Cayenne|Nouméa|Papeete|Compiègne|Creil|Soissons|Laon|Abbeville|Maubeuge|Cambrai|Hazebrouck|Armentières|Wattrelos|Marcq-en-Barœul|Hénin-Beaumont|Béthune|Saint-Omer|Écully|Eybens|Meylan|Rezé|Orvault|Cesson-Sévigné|Schiltigheim|Illkirch-Graffenstaden|Vandœuvre-lès-Nancy|Sotteville-lès-Rouen|Saint-Étienne-du-Rouvray|Montigny-le-Bretonneux|Plaisir|Houilles|Bezons|Saint-Cloud|Châtillon|Malakoff|Le Kremlin-Bicêtre|Joué-lès-Tours|Flers|Vire`,
  MA: `Casablanca|Rabat|Fès|Fes|Marrakech|Marrakesh|Tanger|Tangier|Agadir|Meknès|Meknes|Oujda|Kénitra|Kenitra|Tétouan|Tetouan|Salé|Témara|Temara|Safi|Mohammédia|Mohammedia|Khouribga|El Jadida|Béni Mellal|Beni Mellal|Nador|Taza|Settat|Berrechid|Khémisset|Larache|Ksar El Kébir|Guelmim|Ouarzazate|Essaouira|Taroudant|Errachidia|Berkane|Inezgane|Ifrane|Laâyoune|Laayoune|Dakhla|Bouskoura|Skhirat|Al Hoceïma|Tiznit|Azrou|Sidi Kacem|Bouznika`,
  BE: `Bruxelles|Brussels|Anvers|Antwerp|Antwerpen|Gand|Ghent|Gent|Charleroi|Liège|Bruges|Namur|Louvain|Leuven|Mons|Malines|Mechelen|La Louvière|Courtrai|Hasselt|Ostende|Tournai|Genk|Seraing|Verviers|Mouscron|Louvain-la-Neuve|Wavre|Nivelles|Arlon|Uccle|Ixelles|Schaerbeek|Anderlecht|Etterbeek|Molenbeek|Waterloo|Huy|Dinant|Bastogne|Eupen`,
  CH: `Zurich|Zürich|Genève|Geneva|Bâle|Basel|Lausanne|Berne|Bern|Winterthour|Winterthur|Lucerne|Saint-Gall|Lugano|Bienne|Thoune|Fribourg|Neuchâtel|La Chaux-de-Fonds|Sion|Vevey|Montreux|Nyon|Yverdon-les-Bains|Delémont|Carouge|Meyrin|Lancy|Vernier|Renens|Morges|Martigny|Bulle|Sierre|Monthey`,
  LU: `Luxembourg|Esch-sur-Alzette|Differdange|Dudelange`,
  CA: `Toronto|Montréal|Montreal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Québec|Quebec City|Hamilton|Kitchener|London|Halifax|Oshawa|Victoria|Windsor|Saskatoon|Regina|Sherbrooke|Gatineau|Laval|Longueuil|Trois-Rivières|Saguenay|Lévis|Terrebonne|Brossard|Drummondville|Granby|Rimouski|Mississauga|Brampton|Surrey|Markham|Vaughan|Burnaby|Richmond|Kingston|Guelph|Moncton|Fredericton|Saint John|Kelowna|Waterloo|Barrie|Sudbury|Thunder Bay|St. John's|Charlottetown`,
  GB: `London|Birmingham|Manchester|Leeds|Glasgow|Liverpool|Newcastle upon Tyne|Newcastle|Sheffield|Bristol|Nottingham|Leicester|Edinburgh|Cardiff|Belfast|Coventry|Bradford|Stoke-on-Trent|Wolverhampton|Plymouth|Southampton|Portsmouth|Reading|Derby|Sunderland|Luton|Swansea|Milton Keynes|Aberdeen|Norwich|Northampton|Brighton|Hove|Dundee|Bournemouth|Oxford|Cambridge|York|Exeter|Gloucester|Cheltenham|Bath|Ipswich|Colchester|Chelmsford|Peterborough|Lincoln|Hull|Kingston upon Hull|Middlesbrough|Durham|Carlisle|Preston|Blackpool|Bolton|Oldham|Rochdale|Salford|Stockport|Warrington|Chester|Wigan|Wakefield|Huddersfield|Halifax|Doncaster|Rotherham|Barnsley|Worcester|Hereford|Shrewsbury|Telford|Slough|Watford|Guildford|Crawley|Maidstone|Canterbury|Basildon|Southend-on-Sea|Stevenage|Swindon|Taunton|Truro|Inverness|Perth|Stirling|Newport|Wrexham|Bangor|Lisburn|Derry|Croydon|Enfield|Ealing|Harrow|Wembley|Stratford|Hackney`,
  IE: `Dublin|Cork|Limerick|Galway|Waterford|Drogheda|Dundalk|Kilkenny|Sligo`,
  US: `New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|San Jose|Austin|Jacksonville|Fort Worth|Columbus|Charlotte|San Francisco|Indianapolis|Seattle|Denver|Washington|Boston|El Paso|Nashville|Detroit|Oklahoma City|Portland|Las Vegas|Memphis|Louisville|Baltimore|Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Mesa|Atlanta|Omaha|Colorado Springs|Raleigh|Miami|Long Beach|Virginia Beach|Oakland|Minneapolis|Tulsa|Tampa|Arlington|New Orleans|Wichita|Cleveland|Bakersfield|Aurora|Anaheim|Honolulu|Santa Ana|Riverside|Corpus Christi|Lexington|Stockton|Henderson|Saint Paul|St. Paul|St. Louis|Saint Louis|Cincinnati|Pittsburgh|Greensboro|Anchorage|Plano|Lincoln|Orlando|Irvine|Newark|Toledo|Durham|Chula Vista|Fort Wayne|Jersey City|St. Petersburg|Laredo|Madison|Chandler|Buffalo|Lubbock|Scottsdale|Reno|Glendale|Gilbert|Winston-Salem|North Las Vegas|Norfolk|Chesapeake|Garland|Irving|Hialeah|Fremont|Boise|Richmond|Baton Rouge|Spokane|Des Moines|Tacoma|San Bernardino|Modesto|Fontana|Santa Clarita|Birmingham|Oxnard|Fayetteville|Rochester|Moreno Valley|Glendale|Yonkers|Huntington Beach|Salt Lake City|Grand Rapids|Amarillo|Montgomery|Little Rock|Akron|Huntsville|Augusta|Port St. Lucie|Knoxville|Providence|Chattanooga|Tempe|Syracuse|Albany|Hartford|New Haven|Stamford|Bridgeport|Cambridge|Palo Alto|Mountain View|Sunnyvale|Santa Clara|Berkeley|Redwood City|Menlo Park|Cupertino|Bellevue|Redmond|Kirkland|Boulder|Ann Arbor|Savannah|Charleston|Columbia|Jackson|Brooklyn|Queens|Bronx|Manhattan|Hoboken|Princeton|Evanston|Naperville|Springfield|Peoria|Worcester|Lowell|Burlington|Manchester|Concord|Dover|Wilmington|Bethesda|Rockville|Alexandria|Fairfax|Reston|McLean`,
  TN: `Tunis|Sfax|Sousse|Bizerte|Monastir|Nabeul|Gabès|Kairouan|Ariana|La Marsa`,
  DZ: `Alger|Algiers|Oran|Constantine|Annaba|Blida|Batna|Sétif|Béjaïa|Tlemcen|Tizi Ouzou`,
  SN: `Dakar|Thiès|Saint-Louis|Kaolack|Ziguinchor`,
  CI: `Abidjan|Yamoussoukro|Bouaké`,
  DE: `Berlin|Hambourg|Hamburg|Munich|München|Cologne|Köln|Francfort|Frankfurt|Stuttgart|Düsseldorf|Dortmund|Leipzig|Dresden|Hannover|Nuremberg|Karlsruhe|Mannheim|Bonn|Heidelberg`,
  ES: `Madrid|Barcelone|Barcelona|Valencia|Séville|Sevilla|Seville|Malaga|Málaga|Bilbao|Saragosse|Zaragoza`,
  IT: `Rome|Roma|Milan|Milano|Turin|Torino|Naples|Florence|Bologne|Venise`,
  NL: `Amsterdam|Rotterdam|La Haye|The Hague|Utrecht|Eindhoven|Groningen`,
  PT: `Lisbonne|Lisbon|Porto`,
  XX: `Dubai|Abu Dhabi|Doha|Riyadh|Singapore|Singapour|Hong Kong|Tokyo|Mumbai|Bombay|Delhi|New Delhi|Bangalore|Bengaluru|Chennai|Hyderabad|Pune|Kolkata|Sydney|Melbourne|Brisbane|Perth|Auckland|Le Caire|Cairo|Beyrouth|Beirut|Istanbul|Varsovie|Warsaw|Prague|Budapest|Bucarest|Vienne|Vienna|Copenhague|Stockholm|Oslo|Helsinki|Athènes|Monaco|Kinshasa|Douala|Yaoundé|Lomé|Cotonou|Bamako|Conakry|Ouagadougou|Libreville|Antananarivo|Port-Louis|Lagos|Nairobi|Johannesburg|Cape Town|São Paulo|Mexico`,
}

const known = new Map<string, { name: string; countries: string[] }>()
const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^st /, 'saint ')
for (const [country, list] of Object.entries(byCountry)) {
  for (const name of list.split('|')) {
    const entry = known.get(keyOf(name))
    if (entry) entry.countries.push(country)
    else known.set(keyOf(name), { name, countries: [country] })
  }
}
// Smaller towns, but those whose names are words, too. In the United States most are surnames as well: a state's code
// beside them tells more than a list.
for (const [country, list] of Object.entries(townTable)) {
  if (country === 'US') continue
  for (const [, name] of list.matchAll(/\s*([^;*]+?) -?\d+ -?\d+;/g)) {
    const entry = known.get(keyOf(name!))
    if (!entry) known.set(keyOf(name!), { name: name!, countries: [country] })
    else if (!entry.countries.includes(country)) entry.countries.push(country)
  }
}

/** The countries a town of that name is known in, or null. */
export const cityCountries = (name: string): string[] | null => known.get(keyOf(name))?.countries ?? null

const countryNames: Record<string, string> = {
  FR: 'france',
  MA: 'maroc|morocco',
  BE: 'belgique|belgium|belgie',
  CH: 'suisse|switzerland|schweiz',
  LU: 'luxembourg',
  CA: 'canada',
  GB: 'royaume uni|united kingdom|uk|england|angleterre|scotland|ecosse|wales|great britain|gb|northern ireland',
  US: 'etats unis|united states|united states of america|usa|us|u s a',
  IE: 'ireland|irlande',
  TN: 'tunisie|tunisia',
  DZ: 'algerie|algeria',
  SN: 'senegal',
  CI: 'cote d ivoire|ivory coast',
  DE: 'allemagne|germany|deutschland',
  ES: 'espagne|spain',
  IT: 'italie|italy',
  NL: 'pays bas|netherlands',
  PT: 'portugal',
  IN: 'inde|india',
}
const countriesByName = new Map<string, string>()
for (const [code, list] of Object.entries(countryNames))
  for (const name of list.split('|')) countriesByName.set(name, code)
for (const code of Object.keys(countryNames)) countriesByName.set(code.toLowerCase(), code)

/** ISO code of a country named in French or English (or by its code in capitals), '' when it is none. */
export function countryCode(name: string): string {
  const trimmed = name.trim()
  if (/^[A-Za-z]{2}$/.test(trimmed) && trimmed !== trimmed.toUpperCase()) return ''
  return countriesByName.get(keyOf(trimmed)) ?? ''
}

/** Two-letter codes of the states and provinces that follow a town's name in North America. */
export const isStateCode = (text: string): boolean =>
  /^(?:A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]|YT)$/.test(
    text.trim(),
  )

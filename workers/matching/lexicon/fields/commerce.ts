/** Hotels, restaurants, food crafts, shops, sales, marketing, tourism, logistics and transport. */
export const commerceField = `
[occupations]
front-office-manager|hospitality|hotel-receptionist,hotel-manager|chef de réception;responsable réception;front office manager;assistant chef de réception|front office manager;reception manager;head receptionist|réception équipe occupation front desk
bellhop|hospitality|concierge,hotel-receptionist|bagagiste hôtel;voiturier;chasseur hôtel;portier|bellhop;porter hotel;valet parking attendant;doorman|bagages clients voiturier luggage guests
reservation-agent|hospitality|hotel-receptionist,travel-agent,customer-service|agent de réservation;chargé de réservation;attaché de réservation;revenue manager;yield manager|reservations agent;booking agent;revenue manager|réservations tarifs disponibilités bookings rates
spa-manager|beauty|spa-therapist,hotel-manager|responsable de spa;spa manager;hydrothérapeute|spa manager;spa director|spa soins équipe spa treatments
breakfast-attendant|hospitality|waiter,kitchen-assistant|employé petit-déjeuner;serveur petit-déjeuner;responsable petit-déjeuner|breakfast attendant;breakfast host|buffet petit-déjeuner breakfast buffet
room-service-waiter|hospitality|waiter|serveur room service;employé room service;étagère|room service waiter|chambres plateaux trays
banquet-manager|hospitality|event-manager,restaurant-manager|responsable banquets;chef de banquets;coordinateur séminaires;commercial séminaires|banqueting manager;conference and events coordinator|banquets séminaires salles functions
food-truck-owner|hospitality|fast-food-worker,restaurant-manager|gérant de restaurant;exploitant de restaurant;restaurateur;gérant de snack;gérant de bar|restaurant owner;food truck owner;publican;pub landlord|restaurant gestion carte
caterer|kitchen|cook,delicatessen|traiteur organisateur;cuisinier traiteur;chef traiteur|caterer;catering chef|réceptions buffets cocktails buffets events
kitchen-manager-collective|kitchen|chef,catering-manager|chef gérant;responsable de cuisine centrale;responsable de production culinaire|kitchen manager;catering production manager|collectivité couverts production canteen
sushi-cook|kitchen|cook|sushiman;cuisinier japonais;cuisinier asiatique;rôtisseur;grillardin;saucier;garde-manger|sushi chef;grill chef;larder chef;saucier|sushis grill sauces
crepe-maker|kitchen|cook,pizza-cook|crêpier;sandwichier;snackeur;employé snacking|crepe maker;sandwich maker|crêpes sandwichs crepes
ice-cream-maker|bakery|pastry-chef,chocolatier|glacier artisan;artisan glacier|ice cream maker;gelato maker|glaces sorbets gelato
slaughterhouse-worker|food|butcher,food-operator|opérateur d'abattoir;pareur désosseur;ouvrier d'abattoir;découpeur de viande industriel|slaughterhouse operative;abattoir worker;meat processing operative|abattage carcasses parage slaughter
miller|food|food-operator,baker|meunier;brasseur;maître brasseur;malteur;distillateur;torréfacteur|miller;brewer;distiller;coffee roaster|brassage bière malt moulin brewing beer malt
sales-assistant-luxury|sales|salesperson,beautician|conseiller de vente luxe;vendeur en bijouterie;vendeur en horlogerie;vendeur maroquinerie;personal shopper|luxury sales adviser;jewellery salesperson;personal shopper|boutique maison clientèle luxe boutique maison
salesperson-clothing|sales|salesperson,cashier,merchandiser|vendeur en prêt-à-porter;conseiller de vente textile;vendeur de chaussures;conseiller mode|clothing sales assistant;fashion sales adviser;shoe shop assistant|vêtements cabine collection clothes fitting
salesperson-food|sales|salesperson,cashier,delicatessen|vendeur en alimentation;employé libre-service;ELS;vendeur fruits et légumes;primeur;vendeur rayon traditionnel|food sales assistant;deli counter assistant;greengrocer;grocery assistant|rayon frais fruits fromage deli fresh
salesperson-diy|sales|salesperson,counter-sales|vendeur bricolage;vendeur jardinerie;vendeur électroménager;vendeur multimédia;vendeur en téléphonie;vendeur cuisiniste;vendeur meubles;concepteur vendeur cuisine|DIY sales assistant;electrical goods salesperson;phone shop salesperson;kitchen sales designer;furniture salesperson|rayon conseil produits bricolage
market-trader|sales|salesperson,salesperson-food|commerçant;vendeur sur marchés;commerçant ambulant;camelot|market trader;stallholder;shopkeeper|marché étal stall
gas-station-attendant|sales|cashier|pompiste;employé de station-service;agent de péage;opérateur de péage|petrol station attendant;toll collector;forecourt assistant|station carburant fuel toll
area-manager|sales|store-manager,sales-manager|animateur de réseau;responsable régional;chef de secteur distribution;directeur régional;animateur commercial|area manager;regional manager;district manager;network coordinator|magasins réseau région stores region
store-deputy|sales|store-manager,department-manager|adjoint de magasin;responsable adjoint boutique;assistant manager magasin|assistant store manager;deputy manager;shop supervisor|magasin équipe ouverture store team
category-manager|purchasing|buyer,marketing-officer|category manager;chef de produit distribution;acheteur retail;responsable de gamme|category manager;retail buyer;range manager|gamme fournisseurs assortiment range suppliers
promoter|sales|salesperson,merchandiser|animateur commercial en magasin;démonstrateur;promoteur des ventes;hôte de vente;street marketeur|promoter;demonstrator;brand ambassador|animation dégustation stand tasting
fundraiser|sales|sales-rep,telesales|recruteur de donateurs;collecteur de fonds;chargé de collecte;responsable mécénat|fundraiser;street fundraiser;donor development officer|dons donateurs donors
export-manager|sales|sales-manager,key-account-manager,freight-forwarder|responsable export;commercial export;assistant import-export;chef de zone export;directeur export|export manager;export sales manager;import-export assistant|export pays distributeurs incoterms countries distributors
business-developer|sales|sales-rep,key-account-manager|business developer;chargé de développement commercial;développeur commercial;SDR;BDR|business developer;business development manager;sales development representative|leads prospection pipeline signature
customer-success|sales|customer-service,key-account-manager|customer success manager;chargé de relation client B2B;responsable satisfaction client|customer success manager;client success manager|onboarding renouvellement adoption renewals
call-centre-agent|sales|customer-service,telesales|téléconseiller;téléopérateur;conseiller clientèle à distance;chargé de clientèle centre d'appels;agent de centre d'appels;chargé d'assistance|call centre agent;call center agent;contact centre adviser;telephone adviser;phone agent;customer care agent|appels entrants sortants plateau script inbound outbound calls
call-centre-supervisor|sales|call-centre-agent,team-leader|superviseur de centre d'appels;responsable de plateau;team leader centre d'appels;manager relation client;chef de plateau|call centre supervisor;contact centre team leader;call centre manager|plateau écoute indicateurs téléconseillers monitoring KPIs
brand-manager|marketing|marketing-officer,category-manager|chef de produit marketing;brand manager;responsable de marque;chef de marque;directeur marketing|brand manager;product marketing manager;marketing manager;chief marketing officer|lancement marque études positionnement launch brand
media-planner|marketing|marketing-officer,seo-specialist|média planneur;acheteur média;acheteur d'espaces;trader média;chef de publicité;directeur de clientèle agence|media planner;media buyer;account executive advertising|plan média campagnes annonceurs media
market-researcher|marketing|data-analyst,marketing-officer|chargé d'études marketing;enquêteur;chargé d'études statistiques;enquêteur terrain|market researcher;survey interviewer;insight analyst|questionnaires enquêtes panels surveys
influencer-manager|marketing|community-manager,communication-officer|chargé d'influence;créateur de contenu;influenceur|influencer marketing manager;content creator;social media executive|créateurs posts partenariats creators posts
tour-operator-agent|tourism|travel-agent,tour-guide|forfaitiste;producteur de voyages;technicien de production touristique;chef de produit tourisme|tour operator agent;travel product manager|circuits prestataires devis tours suppliers
tour-leader|tourism|tour-guide,activity-leader|accompagnateur de voyages;accompagnateur touristique;guide conférencier;animateur club de vacances;conseiller en séjour;agent d'office de tourisme|tour leader;holiday rep;tourist information officer;resort host|groupes excursions vacanciers groups excursions
camping-manager|tourism|hotel-manager,hotel-receptionist|responsable de camping;gérant de camping;gérant de gîte;responsable d'hébergement|campsite manager;holiday park manager|camping emplacements campsite pitches
theme-park-attendant|tourism|cashier,activity-leader|agent d'accueil de loisirs;opérateur d'attractions;hôte de caisse loisirs;agent de remontées mécaniques;pisteur|theme park attendant;ride operator;ski lift operator|attractions visiteurs rides visitors
cross-dock-supervisor|logistics|warehouse-manager,team-leader,dock-worker|chef de quai;chef d'équipe entrepôt;responsable d'équipe logistique;responsable préparation|dock supervisor;warehouse shift leader;logistics team leader|quai équipe préparation dock team
inventory-manager|logistics|stock-controller,warehouse-manager|gérant de stock;responsable des stocks;chef magasinier|inventory manager;stock manager|stocks rotations écarts inventory
transit-agent|transport|freight-forwarder,customs-declarant|employé de transit;agent d'exploitation maritime;agent consignataire;agent de ligne maritime;agent de fret aérien|shipping agent;airfreight agent;sea freight coordinator;ship's agent|conteneurs connaissement transit navire containers bill lading
supply-chain-manager|logistics|logistics-manager,supply-planner|responsable supply chain;supply chain manager;directeur supply chain;responsable approvisionnement;responsable planification|supply chain manager;head of supply chain;planning manager|flux prévisions stocks flows forecast
purchasing-assistant|purchasing|buyer,supply-planner,admin-assistant|assistant achats;approvisionneur acheteur;gestionnaire achats;aide acheteur|purchasing assistant;procurement officer;junior buyer|commandes fournisseurs relances orders suppliers
bike-courier|transport|courier,delivery-driver|livreur à scooter;livreur de repas;coursier à vélo;livreur Uber|food delivery rider;bike messenger|repas scooter course
chauffeur-private|transport|taxi-driver,delivery-driver|chauffeur privé;chauffeur de maître;chauffeur de direction;chauffeur accompagnateur;conducteur de véhicule léger;conducteur TPMR|private chauffeur;executive driver;patient car driver|berline déplacements executive
tanker-driver|transport|truck-driver|chauffeur citerne;conducteur citerne;chauffeur hydrocarbures;chauffeur toupie;chauffeur benne;chauffeur grue;chauffeur plateau;conducteur ampliroll|tanker driver;tipper driver;concrete mixer driver;flatbed driver|citerne benne toupie tanker tipper
waste-driver|transport|truck-driver,waste-collector|conducteur de benne à ordures ménagères;chauffeur BOM;ripeur conducteur;conducteur de balayeuse;chauffeur hydrocureur|refuse truck driver;road sweeper driver|collecte déchets benne refuse
port-operator|logistics|dock-worker,crane-operator|docker portuaire;grutier portuaire;pointeur;lamaneur;agent portuaire;conducteur de portique|port operator;stevedore;gantry operator;tally clerk|conteneurs navires quai containers ships
removal-team-leader|logistics|mover,delivery-driver|chef d'équipe déménagement;conducteur déménageur;garde-meubles|removals team leader;furniture mover driver|déménagement meubles removals
[skills]
accueil des clients;accueil clientèle;accueil en magasin|welcoming customers;greeting customers;customer welcome
mise en place de salle;dressage des tables;mise en place|laying tables;setting the dining room;table setting
port de plateaux;service à la volée;débarrassage|carrying plates;clearing tables;tray service
carte des vins conseil;service du vin;ouverture de bouteilles;décantation|serving wine;opening bottles;decanting
service petit-déjeuner;buffet petit-déjeuner|breakfast service;breakfast buffet
service en chambre;room service|room service;in-room dining
prise de commandes en salle;prise de commande clients;pad tactile|taking food orders;handheld ordering
plonge;nettoyage de la vaisselle;batterie de cuisine|dishwashing;pot wash
épluchage;taillage des légumes;préparations préliminaires|vegetable prep;peeling and chopping
dressage des assiettes;envoi des plats|plate presentation;plating dishes;kitchen pass
cuisine gastronomique;restaurant étoilé;bistronomie|fine dining kitchen;Michelin-starred;gastronomic
cuisine traditionnelle;cuisine du marché;produits frais maison|traditional cooking;fresh home-made;seasonal produce
cuisine italienne;pâtes fraîches;pizzas;four à pizza|Italian cuisine;fresh pasta;pizza oven
cuisine asiatique;sushis;wok|Asian cuisine;sushi;wok
cuisine végétarienne;vegan;allergènes;textures modifiées|vegetarian cooking;vegan;allergens;modified textures
grillades;plancha;rôtissoire|grill section;plancha
pâtisserie de restaurant;desserts à l'assiette|plated desserts;restaurant desserts
sorbets;turbinage|ice cream;sorbets;churning
confiserie;moulages chocolat|confectionery;moulded chocolates
snacking;sandwichs;vente à emporter|snacking;sandwiches;takeaway
fermentation lente;pains spéciaux|slow fermentation;speciality breads
charcuterie;pâtés;terrines;fumage|charcuterie;pates and terrines;smoking meats
plateaux de fruits de mer;ouverture d'huîtres|seafood platters;oyster shucking
affinage;découpe de fromages;conseil fromager|cheese maturing;cheese cutting;cheese counter
brassage;fabrication de bière;fermentation bière|brewing;beer making;fermentation tanks
torréfaction;dégustation de cafés|coffee roasting;cupping
relevés de température;traçabilité alimentaire;plan de nettoyage;DLC;FIFO|temperature records;use-by dates;food traceability;stock rotation
commandes fournisseurs restaurant;gestion des stocks cuisine;inventaire cuisine|ordering kitchen supplies;kitchen stock;kitchen inventory
gestion de restaurant;compte d'exploitation restaurant;ratios restauration|restaurant management;restaurant P&L
ouverture et fermeture;ouverture fermeture du magasin;ouverture de l'établissement|opening and closing;keyholder;opening the store
facturation clients hôtel;clôture de caisse;main courante hôtelière|guest billing;guest invoices
surclassement;upsell chambres;ventes additionnelles hôtel|room upgrades;room upsell
conciergerie;réservations de restaurants;services sur mesure;Clefs d'or|concierge services;restaurant bookings;guest requests
gestion des groupes;location de salles|group bookings;meeting rooms
taux d'occupation;RevPAR;tarification hôtelière|occupancy;RevPAR;room pricing
avis clients;e-réputation hôtel;TripAdvisor|guest reviews;online reputation
contrôle des chambres;planning des femmes de chambre|room inspection;housekeeping supervision;room allocation
produits d'accueil;chariot d'étage;minibar|guest supplies;housekeeping trolley;minibar
Amadeus;Galileo;Sabre;billetterie|Amadeus;Galileo;Sabre;ticketing
vente de voyages;conseil en séjour|selling holidays;package holidays;travel advice
visites guidées;commentaire touristique;groupes de touristes|guided tours;tour commentary;sightseeing
animation de vacances;mini-club;spectacles soirée|resort entertainment;kids club;evening shows
sécurité en cabine;procédures d'urgence à bord;CCA PNC|cabin safety;emergency procedures on board
enregistrement passagers;comptoir aéroport|passenger check-in
découverte des besoins;techniques de vente|needs analysis sales;sales technique;closing sales;product advice
vente en prêt-à-porter;cabines d'essayage;conseil mode|clothing sales;fitting rooms;style advice
vente de produits de luxe;clientèle haut de gamme;cérémonial de vente|luxury sales;high-end clientele;clienteling
vente de bijoux;horlogerie|jewellery sales
vente de téléphonie;forfaits mobiles;box internet|phone sales;mobile plans;broadband sales
vente de cuisines;conception cuisine;implantation cuisine 3D|kitchen sales;kitchen design
vente automobile;essais véhicules;financement LOA|car sales;test drives;car finance
vente à domicile;porte-à-porte;vente terrain|door-to-door;field sales;direct selling
téléprospection;appels sortants;prise de rendez-vous téléphonique|outbound calls;telemarketing;telephone prospecting
scripts d'appel;argumentaire téléphonique;traitement des objections|call scripts;objection handling
indicateurs DMT;qualité d'appel;taux de décroché|average handling time;call quality;call monitoring;service level
rétention clients;fidélisation téléphonique;résiliations|churn calls;cancellations
support niveau 1;hotline;assistance technique téléphonique|first-line phone support;technical hotline
grands comptes;négociation grande distribution;référencement enseignes|key accounts;retail chains negotiation
appels d'offres commerciaux;réponse à consultation;soutenance|sales tenders;RFP responses
chiffrage;devis;propositions commerciales;offres de prix|quotations;pricing offers;sales proposals
portefeuille clients;gestion de portefeuille;suivi de clientèle|client portfolio;account management;customer portfolio
salons et foires;tenue de stand|trade fairs;stand hosting;exhibitions
reporting commercial;plan d'action commercial|sales reporting;sales forecast;sales action plan
animation d'équipe commerciale;coaching vendeurs;challenge commercial|sales team leadership;coaching salespeople;sales contests
animation de réseau;franchisés;ouverture de points de vente|network of stores;franchisees;opening outlets
inventaire magasin;démarque;contrôle des prix;balisage|store inventory;shrinkage;price labels
réapprovisionnement rayon;rotation produits frais|restocking;filling shelves;fresh rotation
commandes magasin;gestion des rayons;tenue de rayon|store ordering;department running
click and collect;préparation drive;retrait commandes|click and collect;drive-through orders;order collection
visual merchandising;étalage;théâtralisation|window dressing;visual merchandising
compte d'exploitation;gestion d'un centre de profit;chiffre d'affaires magasin|store P&L;profit centre;store turnover
assortiment;gestion de gamme;plan de collection;category management|assortment;range planning;category management
négociation d'achats;cotations fournisseurs;panel fournisseurs|price negotiation with suppliers;supplier quotes;supplier panel
contrats d'achat;achats indirects;achats publics|purchase contracts;framework agreements;indirect procurement;public procurement
passation de commandes;suivi des commandes fournisseurs;relance fournisseurs|purchase orders;order follow-up;chasing suppliers
Coupa;Ariba;e-procurement|Coupa;Ariba;e-procurement
plan marketing;stratégie marketing;marketing opérationnel|marketing plan;marketing strategy;marketing campaigns
lancement de produit;mix marketing;chef de produit gestion|product launch;marketing mix;product marketing
étude de marché;veille concurrentielle;enquêtes|market research;competitor watch
publicité en ligne;publicité payante;campagnes sponsorisées;Meta Ads;Facebook Ads;TikTok Ads;LinkedIn Ads|paid social;online advertising;sponsored posts;Meta Ads;Facebook Ads;paid campaigns
marketing automation;nurturing;Marketo;scénarios automatisés|marketing automation;lead nurturing;Marketo
marketing d'influence;influenceurs;partenariats créateurs|influencer marketing;creator partnerships
gestion de communauté;réponse aux commentaires|community moderation;replying to comments;online community
TikTok;vidéos courtes;création de contenus vidéo|short videos;TikTok content
Canva;visuels réseaux;création de visuels|Canva;social visuals;making visuals
plan média;achat d'espace;affichage publicitaire|media plan;media buying;outdoor advertising
communication interne;journal interne;intranet animation|internal communications;staff newsletter
communication institutionnelle;rapport annuel;communication publique|corporate communication;annual report;public sector communications
charte graphique;identité visuelle|brand guidelines;visual identity
relations publiques;mécénat;sponsoring|public relations;sponsorship
collecte de fonds;dons;crowdfunding|fundraising;crowdfunding
commerce international;crédit documentaire;incoterms export|international trade;letters of credit;export terms
fret maritime;connaissement;conteneurs maritimes;bill of lading|sea freight;bill of lading;ocean containers;shipping containers
fret aérien;LTA;cargo|air freight;air waybill;cargo
logistique du e-commerce;reverse logistique|e-commerce fulfilment;returns handling
cross-docking;tri de colis|cross-docking;parcel sorting
réception marchandises;contrôle des livraisons;rapprochement bons de livraison|goods receiving;checking deliveries;delivery notes
étiquetage logistique;douchette;PDA;radiofréquence|barcode scanner;handheld scanner;RF gun
préparation vocale;prélèvement articles|item picking
emballage export;caisserie;conditionnement colis|export packing;crating;parcel packing
rangement palettier;adressage;rayonnage|racking;bin locations
gestion de stock;mouvements de stock;entrées et sorties;SAP stock|stock management;stock movements;stock records;inventory control
taux de service;indicateurs logistiques;KPI supply|service rate;logistics KPIs;OTIF
organisation des tournées;TMS;plan de transport;ordonnancement transport|round planning;TMS;transport plan
suivi des chauffeurs;gestion des conducteurs;lecture disques|driver management;tacho analysis;driver debriefs
conduite en ville;conduite de nuit;conduite régionale|city driving;night driving;regional driving
conduite de bus;billettique;information voyageurs|bus driving;ticket machine;passenger information
transport scolaire;transport de personnes handicapées;TPMR|school transport;disabled passengers transport
livraison de colis;remise contre signature;relevé PDA|parcel delivery;proof of delivery;signature on delivery
livraison avec montage;installation électroménager chez client|delivery and assembly;two-man delivery
chargement citerne;transport vrac|tanker loading;bulk discharge;bulk transport
ampliroll;bras polybenne|skip lorry;hook loader;tipper
semi-remorque;tautliner;bâchée;savoyarde|articulated trailer;curtainsider;tautliner
transport exceptionnel;convoi exceptionnel|abnormal loads;exceptional convoy
entretien du véhicule;contrôle du véhicule;prise de poste véhicule|vehicle checks;walk-round checks;defect reports
lettre de voiture;CMR;documents de transport|consignment note;CMR;transport documents
[licences]
FIMO voyageurs;FCO voyageurs;permis D passagers|passenger CPC;PCV licence;driver CPC passenger
capacité de transport;attestation de capacité professionnelle;licence transport intérieur|transport manager CPC;operator licence
CCA;cabin crew attestation;certificat sécurité sauvetage|cabin crew attestation;CCA
CACES R489 1A 1B;CACES 1A;gerbeur;R489 catégorie 1|pallet truck category 1;low-level order picker certificate
CACES R490 grue auxiliaire;CACES grue de chargement|lorry loader certificate;HIAB ticket
commissionnaire en douane agrément;OEA;représentant en douane|customs broker licence;AEO
carte de guide conférencier;guide interprète carte|blue badge guide;tour guide licence
immatriculation Atout France|travel agent registration;ABTA
TOEIC certification;Bright;Linguaskill certificat|TOEIC certificate;Linguaskill;language certificate
permis hygiène restauration rapide;formation hygiène HACCP restauration commerciale|food hygiene level 2;food safety level 3
[degrees]
BTS management en hôtellerie-restauration;BTS MHR;bachelor hôtellerie;école hôtelière;licence hôtellerie|hotel school diploma;hospitality management degree;higher diploma in hospitality
CAP restaurant;CAP service en HCR;BP arts du service;bac pro CSR;mention complémentaire sommellerie|restaurant service certificate;NVQ food and beverage service
bac pro cuisine;BP arts de la cuisine;mention complémentaire cuisinier en desserts|NVQ professional cookery;professional cookery diploma
CAP poissonnier;CAP charcutier traiteur;CAP chocolatier;CAP glacier;BTM pâtissier;CAP crémier fromager|food craft certificate;patisserie diploma
BTS tourisme;licence tourisme;bachelor tourisme|tourism diploma;travel and tourism degree
CAP équipier polyvalent du commerce;CAP EPC;bac pro commerce;bac pro métiers du commerce;CAP vente;titre conseiller de vente|retail certificate;NVQ retail;retail diploma
master marketing;BTS communication;DUT techniques de commercialisation;BUT TC;licence pro marketing;master communication|marketing degree;communication degree;bachelor marketing;CIM diploma
BTS commerce international;master commerce international;licence import export|international trade degree;export diploma
BTS gestion des transports et logistique associée;BTS GTLA;DUT GLT;BUT MLT;licence logistique;TSMEL;master supply chain;bac pro logistique|logistics diploma;supply chain degree;transport diploma
CAP conducteur routier;titre professionnel conducteur transport routier;CFP poids lourd;bac pro conducteur transport routier|road haulage vocational certificate;lorry driver certificate
CAP opérateur logistique;titre préparateur de commandes;titre agent magasinier;CAP vendeur magasinier|warehousing certificate;NVQ warehousing
titre conseiller relation client à distance;CRCD;licence relation client|contact centre diploma;NVQ customer service
`

/**
 * Skills, licences and degrees of the trades, one a line: id | kind | names in both languages, the French one first.
 * A name matches when all its words stand near each other in a line, in any order, in any inflection, each itself or
 * by a word of the same meaning.
 */
export const conceptLines = `
forklift-licence|licence|CACES R489;CACES chariot;R489;R389;forklift licence;forklift truck license;licence cariste;permis cariste;recommandation INRS chariot;autorisation conduite chariot;autorisation conduite frontal rétractable;frontal mât rétractable;lift truck certificate;lift truck authorisation;counterbalance reach truck certificate;RTITB;CACES cariste;lift truck permit
mewp-licence|licence|CACES R486;CACES nacelle;R486;R386;PEMP;IPAF;nacelle habilitation;aerial platform licence;MEWP ticket
plant-licence|licence|CACES R482;R482;R372;CACES engins chantier;CACES pelle;CPCS;excavator ticket;plant operator card
crane-licence|licence|CACES R487;CACES R490;CACES grue;grue auxiliaire;crane licence;crane ticket
pallet-truck-licence|licence|CACES R485;R485;gerbeur accompagnant;pallet truck licence
driver-qualification|licence|FIMO;FCO;qualification initiale conducteur;driver CPC;certificate professional competence driver;carte conducteur;carte chronotachygraphe;tachograph card
dangerous-goods|licence|ADR;transport matières dangereuses;dangerous goods certificate;hazardous goods transport;matières dangereuses
electrical-habilitation|licence|habilitation électrique;B1V BR;BR BC;B2V;H0B0;H0 B0;BS BE manœuvre;electrical authorisation;electrical safety clearance;18th edition;habilitation UTE C18-510;NF C 18-510
refrigerant-licence|licence|attestation fluides frigorigènes;manipulation fluides frigorigènes;F-gas;refrigerant handling certificate;attestation aptitude fluides
gas-licence|licence|qualification gaz;professionnel gaz;PG gaz;gas safe;habilitation gaz;gas certificate
network-licence|licence|AIPR;intervention proximité réseaux;autorisation intervention réseaux
welding-licence|licence|licence soudage;licence soudeur;qualification soudeur;ISO 9606;EN 9606;9606-1;coded welder certificate;welder qualification;welding certificate;QS soudeur;qualification mode opératoire soudage;welder certification;welding licence;ASME IX
security-card|licence|carte professionnelle sécurité;CNAPS;carte professionnelle agent;CQP APS;TFP APS;SIA licence;security licence;titre agent prévention sécurité;door supervisor licence
ssiap|licence|SSIAP;SSIAP 1;SSIAP 2;sécurité incendie assistance personnes;fire safety certificate;fire warden certificate
first-aid|licence|SST;PSC1;sauveteur secouriste;secouriste travail;first aid certificate;first aider;first aid at work;AFGSU;gestes urgence;premiers secours;formation secourisme;emergency care certificate
haccp|licence|HACCP;hygiène alimentaire;food hygiene certificate;food safety training;formation hygiène;food hygiene level;bonnes pratiques hygiène alimentaires;plan maîtrise sanitaire
pesticide-licence|licence|Certiphyto;certificat phytosanitaire;certificat individuel phytopharmaceutiques;pesticide certificate;spraying certificate;sprayer licence;produits phytosanitaires certificat;PA1 PA2;pesticide permit
drone-licence|licence|télépilote drone;brevet télépilote;drone pilot;télépilotage drone;UAV licence;drone certificate;drone operator;pilotage aérien drone;aerial filming licence
lifeguard-licence|licence|BNSSA;BPJEPS natation;MNS diplôme;maître-nageur diplôme;lifeguard certificate;pool lifeguard qualification;NPLQ
activity-licence|licence|BAFA;BAFD;BPJEPS;youth work certificate;animateur brevet
amiante|licence|amiante sous-section 4;SS4;SS3;désamiantage formation;asbestos certificate;asbestos awareness
scaffold-licence|licence|montage échafaudage R408;R408;R457;scaffolding ticket;CISRS;échafaudage attestation
height-work|licence|travail hauteur habilitation;harnais formation;working at height certificate;port du harnais;rope access IRATA;CQP cordiste
site-card|licence|CSCS;carte BTP;site safety card;N1 N2 chimique;habilitation N1;risques chimiques N1;SCC VCA
real-estate-card|licence|carte T;carte transaction immobilière;carte professionnelle immobilier;loi Hoguet;real estate licence;attestation collaborateur immobilier
taxi-card|licence|carte VTC;carte professionnelle taxi;taxi licence;private hire licence
ambulance-licence|licence|attestation préfectorale ambulance;aptitude conduite ambulance
alcohol-licence|licence|permis exploitation;licence IV débit boissons;personal licence alcohol;licence débit
firearms|licence|port arme;maître-chien certificat
teaching-licence|degree|CAPES;CAPET;CAPLP;agrégation;CRPE;master MEEF;teaching qualification;PGCE;QTS;qualified teacher status;teaching degree;concours professeur;certified teacher;teaching master;concours enseignement
nursing-assistant-degree|degree|DEAS;diplôme état aide-soignant;state diploma nursing assistant;CAFAS;DPAS;nursing assistant diploma;certified nursing assistant;diplôme aide-soignant;healthcare assistant diploma;certificate care assistant;diplôme soignant reconnu état;registered care certificate;state registered carer
nurse-degree|degree|diplôme état infirmier;DEI;IDE diplôme;state registered nurse;nursing degree;bachelor nursing;registered nurse diploma;NMC registration;ordre infirmiers inscription;diplôme infirmier
nursery-nurse-degree|degree|DEAP;diplôme état auxiliaire puériculture;diplôme auxiliaire puériculture;nursery nurse diploma;childcare diploma
early-childhood-degree|degree|CAP petite enfance;CAP AEPE;accompagnant éducatif petite enfance;early childhood certificate;childcare certificate;NVQ childcare;early years qualification
early-educator-degree|degree|DEEJE;diplôme éducateur jeunes enfants;early years degree
care-degree|degree|DEAES;DEAVS;DEAMP;diplôme accompagnant éducatif social;ADVF;titre assistant vie familles;care certificate;health social care diploma
ambulance-degree|degree|DEA ambulancier;diplôme état ambulancier;ambulance diploma;paramedic degree
midwife-degree|degree|diplôme état sage-femme;midwifery degree
physio-degree|degree|diplôme état masseur kinésithérapeute;physiotherapy degree
pharmacy-degree|degree|BP préparateur pharmacie;DEUST préparateur pharmacie;brevet préparateur pharmacie;pharmacy technician diploma;pharmacy technician qualification;pharmacy dispensing diploma
educator-degree|degree|DEES;diplôme éducateur spécialisé;moniteur éducateur diplôme;social education degree;youth work degree
social-work-degree|degree|DEASS;diplôme assistant service social;social work degree;DECESF
accounting-degree|degree|DCG;DSCG;BTS comptabilité gestion;BTS CG;DUT GEA;DECF;accounting degree;AAT;ACCA;diploma accounting;diplôme comptabilité;bachelor accounting;CPA;licence comptabilité;finance comptabilité diplôme;BTS comptable;degree accounting finance
payroll-degree|degree|titre gestionnaire paie;licence paie;payroll diploma;CIPP;licence professionnelle paie;diplôme paie;payroll qualification
hr-degree|degree|master ressources humaines;licence ressources humaines;CIPD;master RH;hr degree;human resources degree;bachelor RH
employment-law-degree|degree|master droit social;master 2 droit travail;DESS droit social;DJCE droit social;LLM employment law;master labour law;master employment law;DEA droit social;postgraduate labour law
law-degree|degree|master droit;licence droit;CAPA avocat;law degree;LLB;diplôme notaire;master droit notarial;CRFPA;bar exam;diplôme droit
notary-degree|degree|DUT carrières juridiques;BTS notariat;licence métiers notariat;master notarial;notarial diploma;BTS collaborateur notarial
optics-degree|degree|BTS opticien lunetier;BTS OL;optician diploma;dispensing optics degree;optometry degree;diplôme opticien
real-estate-degree|degree|BTS professions immobilières;BTS immobilier;real estate diploma
sales-degree|degree|BTS technico-commercial;BTS NDRC;BTS MCO;technical sales diploma;BTS CCST;BTS MUC;BTS NRC;higher diploma sales;business diploma sales
cook-degree|degree|CAP cuisine;BEP cuisine;catering diploma;culinary diploma;BTM cuisine;cookery certificate
bakery-degree|degree|CAP boulanger;BP boulanger;baker certificate;bakery diploma;CAP pâtissier;pastry certificate;baking qualification
butcher-degree|degree|CAP boucher;butcher certificate;butchery apprenticeship
hairdressing-degree|degree|CAP coiffure;BP coiffure;hairdressing diploma;hairdressing certificate;NVQ hairdressing
beauty-degree|degree|CAP esthétique;BP esthétique;BTS esthétique;beauty therapy diploma;NVQ beauty;CAP esthétique cosmétique
electric-degree|degree|CAP électricien;BP électricien;brevet professionnel électricien;BEP électrotechnique;bac pro MELEC;bac pro ELEEC;BTS électrotechnique;electrical diploma;electrician certificate;electrical installation diploma
plumbing-degree|degree|CAP plombier;CAP monteur installations sanitaires;BP plombier;plumbing certificate;plumbing diploma;NVQ plumbing;CAP chauffage
refrigeration-degree|degree|bac pro froid climatisation;BTS fluides énergies;BTS FED;CAP froid;refrigeration diploma;TISEC
mechanic-degree|degree|CAP maintenance véhicules;bac pro maintenance véhicules;automotive diploma;BTS maintenance véhicules;vehicle maintenance diploma
machining-degree|degree|bac pro technicien usinage;bac pro productique;BTS usinage;CQPM usinage;machining diploma;CAP usinage;BTS CPRP
maintenance-degree|degree|BTS maintenance systèmes;bac pro MEI;bac pro MSPC;DUT GIM;BTS maintenance industrielle;industrial maintenance diploma;BTS électromécanique
joinery-degree|degree|CAP menuisier;BP menuisier;joinery diploma;carpentry certificate;joinery certificate
roofing-degree|degree|CAP couvreur;roofing certificate
painting-degree|degree|CAP peintre;painting decorating certificate
masonry-degree|degree|CAP maçon;BP maçon;bricklaying certificate
landscape-degree|degree|CAP jardinier paysagiste;BTS aménagements paysagers;BPA travaux paysagers;landscaping diploma;horticulture diploma
farming-degree|degree|BPREA;BPA agricole;bac pro agricole;BTSA;CAP agricole;farming diploma;agriculture diploma
it-degree|degree|master informatique;BTS SIO;licence informatique;diplôme ingénieur informatique;computer science degree;bachelor computing;DUT informatique;MSc computer science;titre concepteur développeur
wms|skill|WMS;logiciel gestion entrepôt;logiciel entrepôt;warehouse management system;Reflex WMS;Manhattan WMS;stock software;terminal embarqué entrepôt;gestion informatisée stocks;Infolog;Generix;scan RF;pistolet scan;handheld scanner stock;mouvements stock logiciel
high-stacking|skill|gerbage hauteur;stacking height;rack dernier niveau;rack top level;gerbage dégerbage;mise hauteur palettes;high-bay storage;high-level stacking;top racking level;narrow aisle stacking;mise en rack;grande hauteur charges
cycle-counts|skill|inventaire tournant;cycle count;inventaire annuel;stocktaking;comptage références;stock count;inventory counting;quantities shelf checked;écarts stock;rolling inventory
cold-store|skill|froid négatif;chambre froide;surgelé;entrepôt frigorifique;cold store;frozen warehouse;frozen storage;freezer warehouse;deep freeze;deep-freeze chamber;chambre surgélation;température négative;environnement froid
order-picking|skill|préparation commandes;order picking;picking vocal;voice picking;picking;pick pack
truck-loading|skill|chargement camion;loading lorries;load unload trucks;déchargement camion;mise à quai;dock loading
pallet-wrapping|skill|filmage palettes;pallet wrapping;étiquetage palettes;palettisation
route-driving|skill|tournée livraison;livraisons messagerie;delivery round;multi-drop;livraison dernier kilomètre;tournées clients
tachograph|skill|chronotachygraphe;réglementation sociale européenne;tachograph;driving hours rules;temps de conduite repos;RSE transport
load-securing|skill|arrimage;sanglage;load securing;strapping load;bâchage débâchage;arrimage marchandises;lashing
refrigerated-transport|skill|transport frigorifique;camion frigo;refrigerated transport;temperature-controlled transport;reefer
long-haul|skill|longue distance;international route;long-haul;découcher;découchés;nights out;grands routiers
tail-lift|skill|hayon élévateur;tail-lift;transpalette hayon
dock-to-crane|skill|grue auxiliaire;hiab;lorry loader crane;bras de grue
hygiene-care|skill|soins hygiène confort;aide toilette;hygiene comfort care;washing dressing patients;toilette personnes dépendantes;bed baths;personal care residents;nursing hygiene;soins de nursing;lever coucher habillage;change dressed washed people;aide habillage;bathing dressing residents
dementia-care|skill|Alzheimer;dementia;démence;désorientation résidents;maladie neurodégénérative;troubles cognitifs;dementia care;memory unit;PASA;unité protégée;UVP;cantou;unité mémoire;memory disorders;personnes désorientées;troubles mémoire;cognitive stimulation;confused residents
patient-lifting|skill|lève-malade;lève-personne;patient hoist;rail transfert;manutention patients;moving and handling patients;transferts lit fauteuil;verticalisateur;bed chair transfers;sling hoist;hoisting residents;transferts personnes
care-records|skill|transmissions ciblées;transmissions écrites;Netsoins;dossier soins informatisé;care records;nursing handover;Osiris soins;care notes software;digital care plan;saisie observations soins;ward handover;dossier patient informatisé;DPI;electronic patient record
meal-help|skill|aide repas;aide prise repas;helping eat;feeding residents;aide alimentation
injections|skill|injections;prélèvements sanguins;prise de sang;blood sampling;intramuscular subcutaneous;bilans sanguins;venepuncture;phlebotomy;drawing blood;vaccination
wound-dressing|skill|pansements complexes;pansements;wound dressing;wound care;escarres;pressure sores;plaies chroniques
iv-therapy|skill|perfusions;IV therapy;pose voie veineuse;cathéter;infusion pumps;voie centrale;intravenous drip
medication-round|skill|distribution médicaments;préparation piluliers;medication round;administering medication;pilulier;drug round;administration traitements
palliative-care|skill|soins palliatifs;fin de vie;end of life care;palliative care;hospice
emergency-care|skill|urgences;triage;accueil urgences;emergency department;resuscitation;réanimation;SMUR;intensive care;soins intensifs;A&E
paediatrics|skill|pédiatrie;paediatric;néonatologie;neonatal
dialysis|skill|dialyse;dialysis;hémodialyse
vital-signs|skill|constantes;paramètres vitaux;vital signs;tension température;blood pressure temperature;surveillance constantes
sterilisation|skill|stérilisation;autoclave;sterilisation instruments;décontamination instruments
chairside|skill|assistance fauteuil;travail à quatre mains;chairside assistance;four-handed dentistry
prescription-dispensing|skill|délivrance ordonnances;délivrance médicaments;dispensing prescriptions;prescription dispensing;préparations magistrales;tiers payant;officine comptoir;compounding;analyse ordonnance
pharmacy-software|skill|LGPI;Winpharma;Pharmagest;logiciel officine;pharmacy software
patient-transport|skill|brancardage;transport sanitaire;patient transport;stretcher
baby-care|skill|biberon change;soins nourrissons;change bébés;bottle feeding;nappy changing;soins bébés;baby care;toilette nourrisson
early-learning|skill|éveil enfants;activités éveil;early learning activities;motricité libre;jeux éveil;play activities children;ateliers petite enfance;comptines;Montessori;storytelling toddlers
parent-communication|skill|transmissions parents;accueil parents;relation familles;parent communication;talking with parents;échanges familles
school-support|skill|accompagnement élèves handicap;soutien scolaire;classroom support;special needs support;inclusion scolaire;besoins particuliers;SEND
activity-leading|skill|animation ateliers;animation groupes enfants;leading activities;activités manuelles;holiday activities
plate-service|skill|service assiette;service guéridon;gueridon service;silver service;plate service;découpe salle;flambage;carving flambé;service à la française;service anglaise;table service fine dining;tableside carving
wine-pairing|skill|accords mets vins;wine pairing;food wine pairing;conseil vins;carte des vins;wine advice;sommellerie;wine list;cépages appellations;recommended bottles dishes;wine service
till-system|skill|logiciel caisse;caisse Micros;Lightspeed caisse;till system;POS system;encaissement;prise commande tablette;cash register;tenue caisse;encaissement clients;addition clôture caisse;electronic point sale;Zelty;Tiller;Innovorder;commandes tablette;terminal commande;payments card terminal;bills tablet orders
banqueting|skill|banquets;banqueting;service banquet;réceptions mariages;wedding receptions;séminaires buffet;événements traiteur;gala dinners;large parties seated;cocktails dinatoires
cocktail-making|skill|création cocktails;mixologie;cocktail making;classic cocktails;flair;shaker;long drinks
draught-beer|skill|tirage bière;fûts bière;draught beer;changing kegs;bières pression;cellar beer
barista-skill|skill|latte art;machine espresso;espresso machine;café spécialité;specialty coffee
bar-stock|skill|inventaire bar;stock boissons;bar stock;commandes boissons;bar inventory
hot-kitchen|skill|cuisson viandes;poste chaud;hot section;grill;cuisson sous vide;rôtisserie;sauces
cold-kitchen|skill|garde-manger;poste froid;cold section;entrées froides;larder
menu-design|skill|élaboration menus;création carte;menu planning;fiches techniques recettes;conception menus;recipe costing
food-cost|skill|coût matière;ratio matière;food cost;marge cuisine
mass-catering|skill|restauration collective;cuisine centrale;liaison froide;mass catering;school meals;contract catering;liaison chaude
bread-making|skill|pétrissage;façonnage pain;kneading shaping;bread making;pain au levain;sourdough;tradition française baguette;pousse lente;dough mixing shaping;panification;fermentation pâte;boulage
viennoiserie|skill|viennoiserie;croissants;tourage;pâte feuilletée;feuilletage;laminated dough;puff pastry;danish pastries;laminating
baking-oven|skill|enfournement;cuisson four;four à sole;oven baking;deck oven;conduite four;running ovens
pastry-making|skill|entremets;pâtisserie montage;gâteaux mariage;tartes crèmes;cake decorating;piping;ganache;chocolaterie;tempérage chocolat;sugar work
meat-cutting|skill|désossage;découpe viande;parage;meat cutting;boning;ficelage;carcass breaking;carcasses;butchery cuts
fish-prep|skill|filetage poisson;levée filets;fish filleting;écaillage
hotel-checkin|skill|check-in check-out;arrivées départs clients;enregistrement clients hôtel;guest check-in;front desk arrivals;accueil clients hôtel;welcoming guests arrivals;guest reception;formalités arrivée départ
hotel-software|skill|PMS hôtel;Opera PMS;logiciel hôtelier;Fidelio;Mews;hotel property system;Protel;hotel software;hotel management software;logiciel réservation hôtel
hotel-bookings|skill|gestion réservations;réservations OTA;Booking.com;channel manager;handling reservations;booking platforms;yield management;revenue management;planning occupation chambres;room bookings
night-closing|skill|clôture journée hôtel;night audit;clôture caisse nuit;end of day closing;day-end reports
room-cleaning|skill|recouche à blanc;recouche;room cleaning;remise en état chambres;making beds;chambres à blanc;réfection lits;room turnover;servicing rooms
complaint-handling|skill|gestion réclamations;traitement réclamations;complaint handling;handling complaints;litiges clients;unhappy customers;clients mécontents;insatisfaction client
concrete-works|skill|gros œuvre;structural works;structural concrete;ouvrages béton;travaux béton armé;fondations élévation;reinforced concrete;dalles voiles poteaux;concrete frame;béton armé logements;concrete shell
works-budget|skill|suivi budgétaire;situations travaux;cost control;monthly valuations;contrôle coûts chantier;marge chantier;budget tracking works;interim valuations;décomptes mensuels;dépenses avancement;spending against progress;budget chantier;payment applications works
subcontractor-management|skill|sous-traitants;subcontractor management;coordination corps état;encadrement compagnons;leading crews;management équipes chantier;led foremen;chefs chantier encadrés;pilotage entreprises;trades coordination
site-planning|skill|MS Project;planning travaux;Gantt;site scheduling;planification chantier;Primavera;works programme;planning TCE;phasage
site-safety|skill|PPSPS;sécurité chantier;prévention risques chantier;site safety;safety planning;health safety plan;plan prévention;VIC;risk assessment method statement;toolbox talks;accueil sécurité
bricklaying|skill|montage parpaings;élévation murs;blockwork;bricklaying;pose briques;maçonnerie pierre;murs agglos;laying bricks;laying blocks
formwork|skill|coffrage;formwork;banches;shuttering
rebar|skill|ferraillage;rebar;pose armatures;steel fixing
plastering|skill|pose placo;plaques plâtre;enduits plâtre;drywall;plastering;doublage cloisons;bandes joints;cloisons faux plafonds;plasterboard
roof-tiling|skill|pose tuiles;pose ardoises;slate roofing;tile roofing;couverture tuiles;laying slates;laying tiles roof;réfection toiture;re-roofing
zinc-work|skill|zinguerie;zinc gutters;chéneaux gouttières;leadwork;flashing;façonnage zinc;gouttières;zinc roofing
roof-waterproofing|skill|étanchéité toiture;membrane bitumineuse;roof waterproofing;EPDM;flat roof;toit terrasse;torch-on felt
roof-frame|skill|charpente bois;fermettes;roof trusses;timber frame;ossature bois;traçage charpente;roof framing
roof-windows|skill|fenêtres toit;Velux;skylights;roof windows
roof-insulation|skill|isolation combles;isolation thermique extérieur;sarking;loft insulation;ITE;laine verre;external insulation
wall-painting|skill|peinture murs plafonds;application peinture;wall painting;rolling brush painting;peinture intérieure;pistolet airless;spray painting walls;lasure;two coats ceilings walls
surface-prep|skill|préparation supports;ponçage rebouchage;surface preparation;sanding filling;enduit lissage;ratissage;décapage
wallpapering|skill|papier peint;wallpaper;toile verre;revêtements muraux;wall coverings;paperhanging
facade-works|skill|ravalement façade;façade;enduit façade;facade renovation;external rendering;crépi
tiling|skill|pose carrelage;faïence;wall floor tiling;laying tiles;chape;mosaïque
floor-laying|skill|pose parquet;sols souples;laminate flooring;PVC flooring;moquette;vinyl floors
joinery-fitting|skill|pose menuiseries;pose fenêtres;fitting windows doors;pose portes;installing windows;pose escaliers;huisseries;hanging doors;agencement pose cuisine;kitchen fitting
joinery-workshop|skill|fabrication meubles;usinage bois;woodworking machines;machines à bois;scie panneaux toupie;bench joinery;débit bois;assemblage tenon mortaise;spindle moulder;panel saw;staircase making;fabrication escaliers
wood-cnc|skill|centre usinage bois;CNC bois;wood cnc;commande numérique bois
sanitary-install|skill|installation sanitaire;pose sanitaires;bathroom installation;salle de bain installation;fitting bathrooms;lavabo douche WC;sanitary fittings;pose appareils sanitaires;fitted showers basins
pipe-joining|skill|soudure cuivre;brasure cuivre;copper brazing;PER multicouche;soldering copper;cuivre PVC multicouche;copper pipes;brasage cuivre;pipe soldering;cintrage tubes
boiler-maintenance|skill|entretien chaudière;chaudière gaz;boiler servicing;boiler maintenance;dépannage chaudière;brûleur réglage;gas boiler;chaudière condensation;condensing boilers;burner tuning;annual boiler service
heating-install|skill|installation chauffage;radiateurs plancher chauffant;heating installation;underfloor heating;central heating;pose radiateurs;radiators fitted
heat-pumps|skill|pompe à chaleur;PAC installation;heat pump;PAC air eau;aérothermie;géothermie
leak-repair|skill|recherche fuite;dépannage plomberie;leak repair;réparation fuites;débouchage;unblocking drains;finding leaks;fuites eau
hvac-knowledge|skill|génie climatique;CVC;HVAC;ventilation climatisation;chauffage ventilation;traitement air;air handling;CTA;équipements thermiques;ventilation systems;climate systems;thermique bâtiment;heating cooling equipment
refrigeration|skill|installation frigorifique;groupes froid;refrigeration systems;mise en service climatisation;circuits frigorifiques;charge fluide;tirage au vide;cold rooms install;chillers
electrical-install|skill|installation électrique;tirage câbles;câblage tableaux;electrical installation;wiring houses;pose appareillage;cable pulling;rewiring;raccordement tableau électrique;distribution boards;passage gaines;appareillage prises interrupteurs;sockets switches;trunking;pulling cables;chemins câbles
electrical-panels|skill|armoires électriques;câblage armoire;panel wiring;switchboards;TGBT;coffrets électriques;control panel assembly
electrical-schemas|skill|schémas électriques;lecture schémas;electrical diagrams;wiring diagrams;reading schematics;plans électriques
electrical-standard|skill|NF C 15-100;norme 15-100;mise en conformité électrique;wiring regulations;BS 7671;Consuel
electrical-fault|skill|dépannage électrique;recherche panne électrique;electrical fault finding;fault finding;electrical troubleshooting
low-current|skill|courants faibles;alarme vidéosurveillance;low current systems;contrôle accès interphonie;VDI;intruder alarms;data cabling;interphone
home-automation|skill|domotique;KNX;home automation;smart home;objets connectés bâtiment
solar|skill|photovoltaïque;panneaux solaires;solar panels;PV installation
ev-charging|skill|borne recharge;IRVE;EV charging;charge points
fibre-optic|skill|fibre optique;raccordement fibre;FTTH;fibre splicing;soudure fibre;fusion splicing
tig-welding|skill|soudage TIG;TIG welding;GTAW;procédé 141;argon arc;arc sous argon;tungsten inert gas;TIG inox;tungsten electrode;électrode tungstène
mig-welding|skill|soudage MIG;soudage MAG;semi-automatique;MIG MAG welding;GMAW;procédé 135;procédé 136
arc-welding|skill|soudage électrode enrobée;ARC 111;stick welding;MMA welding;SMAW
stainless|skill|soudage inox;inox 316L;stainless welding;acier inoxydable;inox 304L;stainless tubes;stainless steel joints
orbital-welding|skill|soudage orbital;orbital welding;tête orbitale;orbital head;automatic tube welding;soudage automatique tubes
weld-inspection|skill|ressuage;penetrant testing;dye penetrant;contrôle soudures;weld inspection;radiographie soudures;contrôle visuel soudures;CND soudure;liquid penetrant;révélateur fissures;crack detection
plan-reading|skill|lecture plans;isométrie;reading drawings;blueprint reading;isometric drawings;technical drawings;plans techniques;dessin industriel lecture;plans exécution;piping sketches
sheet-metal|skill|tôlerie;pliage cintrage;sheet metal bending;traçage chaudronnerie;press brake;roulage tôle;oxycoupage;plasma cutting;découpe laser;débit découpe tôle;forming plates
pipe-fabrication|skill|préfabrication tuyauterie;pipe fabrication;montage tuyauterie;pipe spools;accostage pointage;tuyauterie industrielle
cnc-turning|skill|tournage numérique;tour CN;CNC turning;tour commande numérique;CNC lathe;tournage;turning lathe
cnc-milling|skill|fraisage numérique;centre usinage;CNC milling;fraiseuse CN;machining centre;5 axes;milling machine;fraisage;five-axis
cnc-programming|skill|programmation CN;Fanuc Heidenhain;CNC programming;Mastercam;code ISO usinage;FAO;G-code;Siemens 840D;correction programme;Heidenhain;Fanuc;Mazatrol;programmes pupitre;editing programs control
machine-setup|skill|réglage machine;réglage outils;machine setup;tool setting;montage outillage;changement série;setting up tools;tool offsets;jauges outils;changement format;changeovers;mise en train
dimensional-check|skill|contrôle dimensionnel;contrôle pièces;dimensional inspection;micromètre pied coulisse;metrology;tridimensionnelle;palpeur;measuring parts;callipers gauges;calipers micrometers;autocontrôle;machine à mesurer;comparateur;tolerances centième;CMM
gdt|skill|tolérances géométriques;cotation ISO;geometric tolerancing;GD&T
cad|skill|SolidWorks;AutoCAD;CATIA;CAO DAO;CAD software;Revit;Inventor;TopSolid;BIM
preventive-maintenance|skill|maintenance préventive;preventive maintenance;entretien préventif;plan maintenance;GMAO;CMMS;rondes maintenance;gammes maintenance;planned maintenance;scheduled servicing machines;tpm
corrective-maintenance|skill|maintenance curative;dépannage machines;maintenance corrective;breakdown repair;diagnostic panne;machine troubleshooting;curatif;fixing breakdowns;remise en service machines;fault diagnosis production;interventions pannes
hydraulics|skill|hydraulique pneumatique;pneumatique;hydraulic systems;vérins;pneumatics;hydraulics;distributeurs vérins
plc|skill|automates programmables;automate Siemens;Siemens S7;Step 7;TIA Portal;Schneider Unity;PLC programming;API automate;Allen Bradley;PLC fault;Grafcet;ladder;automates industriels;programmable controllers
robotics|skill|robot industriel;programmation robot;Fanuc robot;KUKA;ABB robot;industrial robots;cobot
mechanical-repair|skill|réparation mécanique;remplacement roulements;mechanical repair;changing bearings;courroies roulements;bearings belts;réducteurs;pompes réparation
electromechanics|skill|électromécanique;electromechanical;moteurs électriques;electric motors
lean|skill|lean manufacturing;5S;kaizen;amélioration continue;continuous improvement;AMDEC;SMED;six sigma
line-operation|skill|conduite ligne;pilotage ligne;line operation;production line running;conditionnement ligne;alimentation machine;running packaging line
gmp|skill|BPF;bonnes pratiques fabrication;GMP;salle blanche;clean room;zone stérile
traceability|skill|traçabilité;traceability;enregistrement lots;batch records
quality-audit|skill|audit qualité;ISO 9001;quality audit;audits internes;ISO 13485;IATF;certification ISO
engine-repair|skill|réparation moteur;distribution embrayage;engine repair;courroie distribution;timing belt;boîte vitesses;clutch replacement;gearbox;dépose moteur;cylinder head
vehicle-diagnosis|skill|diagnostic électronique véhicule;valise diagnostic;vehicle diagnostics;OBD;diagnostic tool cars;diagnostic automobile;fault codes;lecture codes défaut;electronic diagnosis
vehicle-servicing|skill|vidange révision;entretien courant véhicule;vehicle servicing;oil change;révisions périodiques;filtres vidange;car services;plaquettes freins;brake pads;freinage;brake repair;pneus géométrie
hybrid-vehicles|skill|véhicules électriques hybrides;electric hybrid vehicles;B2VL;haute tension véhicule;habilitation véhicules électriques;hybrid cars
body-repair|skill|débosselage;redressage marbre;panel beating;dent removal;carrosserie réparation
car-painting|skill|peinture véhicule;cabine peinture;car painting;spray booth;colorimétrie
vine-pruning|skill|taille vigne;guyot;cordon royat;vine pruning;winter pruning vines;taille hiver ceps;sécateur vigne;tailler ceps;pruning canes;secateurs vines;winter cutting vine
straddle-tractor|skill|tracteur enjambeur;straddle tractor;enjambeur;conduite tracteur vigneron;over-row tractor;tracteur interligne;vineyard tractor
trellising|skill|palissage;relevage;ébourgeonnage;trellising;disbudding;effeuillage;leaf removal;tying vines;travaux en vert;lifting wires;attachage
cellar-work|skill|travaux cave;chai;cellar work;remontage pigeage;soutirage;vinification;bottling wine;punching down;cuverie nettoyage;tank cleaning;mise en bouteille;racking wine;barriques;barrel
harvest|skill|vendanges;récolte raisin;grape harvest;harvest
tractor-driving|skill|conduite tracteur;tractor driving;travail sol tracteur;labour semis;outils attelés;ploughing;attelage;tracteurs outils portés
greenhouse-crops|skill|culture serre;tomates serre;greenhouse crops;tunnels maraîchage;cultures sous abri;greenhouse tomatoes;polytunnels;abris froids
planting|skill|semis repiquage;plantation légumes;sowing planting;repiquage;transplanting seedlings;plants mise en terre;sowing
organic-farming|skill|agriculture biologique;maraîchage bio;organic farming;organic growing;certification bio;sans pesticides;label AB
irrigation|skill|irrigation;goutte à goutte;drip irrigation;arrosage automatique;watering systems
vegetable-harvest|skill|récolte légumes;cueillette;vegetable picking;harvesting vegetables;récolte conditionnement légumes;conditionnement légumes;packing vegetables
market-selling|skill|vente marché;marchés plein vent;market stall;vente directe producteur;AMAP;paniers;farmers market
milking|skill|traite;milking;salle traite;robot traite;milking parlour
herd-care|skill|soins animaux;conduite troupeau;herd care;alimentation troupeau;vêlage;calving;animal husbandry;agnelage;lambing
mowing|skill|tonte;mowing;débroussaillage;brushcutter;taille haies;hedge trimming;entretien pelouse;hedges;strimming;tondeuse autoportée
planting-gardens|skill|plantation arbustes;création massifs;planting shrubs;aménagement jardin;garden design;gazon pose;flower beds;turf laying
paving|skill|dallage pavage;maçonnerie paysagère;paving;terrasses bois;decking;bordures
tree-work|skill|élagage;abattage arbres;tree pruning;tree felling;tronçonneuse;chainsaw;démontage arbres
month-end-closing|skill|clôture mensuelle;clôtures;établissement bilan;month-end closing;balance sheet preparation;arrêté comptes;bilan liasse;year-end accounts;situations mensuelles;final statements;closing entries;écritures inventaire;annual accounts;comptes annuels;liasse fiscale
vat-returns|skill|déclarations TVA;VAT returns;CA3;TVA mensuelle;VAT filing;value added tax;taxe valeur ajoutée;VAT declaration;indirect tax;déclarations fiscales;sales tax
sage|skill|Sage 100;Sage comptabilité;Sage accounting;Sage 1000;Sage X3;Sage 50;accounting software Sage;ligne 100
accounting-software|skill|Cegid;EBP;Quadratus;ACD;QuickBooks;Xero;Pennylane;logiciel comptable;accounting software;Coala;Ciel Compta;progiciel comptable
excel|skill|Excel avancé;tableaux croisés dynamiques;pivot tables;RECHERCHEV;advanced Excel;VLOOKUP;macros VBA;Excel;lookups spreadsheet;tableur avancé;spreadsheets formulas;XLOOKUP;Power Query
bank-reconciliation|skill|rapprochement bancaire;bank reconciliation;états rapprochement;lettrage comptes;reconciling accounts
supplier-invoices|skill|comptabilité fournisseurs;saisie factures;accounts payable;supplier invoices entry;règlements fournisseurs;invoice processing;purchase ledger;factures achats
customer-accounts|skill|comptabilité clients;relances impayés;accounts receivable;debt collection;recouvrement créances;chasing unpaid;sales ledger;overdue invoices;impayés
bookkeeping|skill|tenue comptabilité;tenue livres;bookkeeping;general ledger;grand livre;comptabilité générale;keeping books
consolidation|skill|consolidation groupe;IFRS;group consolidation
budgeting|skill|élaboration budgets;budgets prévisionnels;budgeting forecasting;contrôle gestion;reporting financier;management reporting
treasury|skill|gestion trésorerie;cash management;treasury;cash flow
payslips|skill|établissement paie;bulletins paie;payslips;payroll processing;paies mensuelles;running payroll;paie multi-conventions;traitement paie;monthly pay run;bulletins de salaire;wage slips;multi-convention
social-declarations|skill|DSN;déclarations sociales;social security declarations;URSSAF;charges sociales;payroll tax filing;CNSS;cotisations sociales;social contributions;statutory returns payroll;DAMANCOM
payroll-software|skill|Silae;Sage paie;ADP;logiciel paie;payroll software;Cegid paie;Nibelis;PayFit;Pleiades;HR Access;Sopra HR;progiciel paie
working-time|skill|gestion temps activités;GTA;suivi absences;time attendance;leave tracking;Kelio;absences congés maladie;arrêts maladie;sick leave;attendance records;pointages
staff-admin|skill|administration personnel;contrats travail;dossiers salariés;personnel administration;employment contracts;entrées sorties personnel;DPAE;onboarding paperwork;solde tout compte;employee files;starters leavers;formalités embauche;final settlement
social-law|skill|droit social;droit travail;labour law;employment law;réglementation sociale;code du travail;convention collective
tribunal-litigation|skill|contentieux prud'homal;prud'hommes;employment tribunal;labour court;litiges salariés;prud'homaux;dossiers prud'homaux;employee disputes hearing;workforce disputes;conseil prud'hommes;conclusions audiences licenciement;defended dismissal claims;employees claims court;procédures licenciement
collective-agreements|skill|accords collectifs;unions agreements signed;annual pay negotiations;négociation annuelle salaires;collective agreements;négociation collective;accord entreprise;NAO;union negotiation;accord temps travail;profit-sharing agreement;négociations syndicales;agreements trade unions;accord intéressement;partenaires sociaux négociation
works-council|skill|CSE;comité social économique;works council;IRP;instances représentatives;staff representatives;comité entreprise;employee representatives;élus personnel
gdpr|skill|RGPD;GDPR;protection données personnelles;data protection;DPO;privacy compliance;CNIL;registre traitements
contract-drafting|skill|rédaction contrats;drafting contracts;contrats commerciaux;contract negotiation;négociation contrats;clauses
legal-watch|skill|veille juridique;legal watch;legal research;recherche juridique
corporate-law|skill|droit sociétés;secrétariat juridique;corporate law;assemblées générales sociétés
notarial-deeds|skill|actes notariés;actes authentiques;rédaction actes;notarial deeds;drafting deeds;ventes immobilières actes;successions;conveyancing files;donations;wills probate;compromis vente
formalities|skill|formalités notariales;publicité foncière;land registry;formalités préalables;SPF;Genapi;iNot;urbanisme pièces
interviewing|skill|conduite entretiens recrutement;candidate interviews;interviewing candidates;préselection candidats;shortlisting;entretien embauche;screening candidates
sourcing|skill|sourcing candidats;candidate sourcing;LinkedIn Recruiter;jobboards;chasse de têtes;headhunting;CVthèque;approche directe
job-adverts|skill|rédaction annonces;job adverts;offres emploi diffusion;posting jobs
training-plan|skill|plan formation;training plan;plan développement compétences;OPCO;formation personnel;training programme staff
hris|skill|SIRH;HRIS;Workday;Talentsoft;hr software
prospecting|skill|prospection;prospecting;conquête clients;new accounts;cold calling;ouverture comptes;phoning;new business;développement portefeuille clients;opening accounts;nouveaux clients;canvassing;démarchage;lead generation;winning customers;prospects rendez-vous
sales-negotiation|skill|négociation commerciale;chiffrage offres;pricing negotiation;négociation offres;quotations negotiation;offres techniques chiffrées;closing deals;devis négociés;pricing proposals;réponse appels offres;tender response;price agreements;contrats cadre
crm|skill|CRM;Salesforce;HubSpot;suivi opportunités;opportunity pipeline;customer database;pipeline commercial;Dynamics CRM;Zoho;pipe ventes
sales-targets|skill|objectifs commerciaux;objectif dépassé;objectifs atteints;objectifs dépassés;meeting targets;met targets;above target;over target;of target;sales targets;chiffre affaires dépassé;exceeded targets;quota
customer-advice|skill|conseil clientèle;conseil client;customer advice;advising customers;conseil vente;accueil conseil clients
customer-loyalty|skill|fidélisation;customer loyalty;customer retention;portefeuille fidélisé
phone-support|skill|appels entrants;traitement appels;inbound calls;call handling;appels clients;hotline clients;answering calls;téléphone clients réponse;incoming calls;ligne assistance;60 appels jour;calls per day
email-chat-support|skill|réponse mails;chat en ligne;email chat support;live chat;courriels clients;demandes écrites;messagerie instantanée;written queries;omnicanal
ticketing|skill|Zendesk;outil ticketing;tickets support;ticketing tool;Freshdesk;ServiceNow;GLPI;JIRA service;suivi demandes logiciel
after-sales|skill|SAV;service après-vente;after-sales;retours produits;product returns;garanties;échanges remboursements;refunds
upselling|skill|vente additionnelle;rebond commercial;upselling;cross-selling;ventes complémentaires
merchandising|skill|merchandising;mise en rayon;facing;window displays;vitrines;shelf replenishment;réassort;implantation rayon;tête gondole
order-entry|skill|saisie commandes;order entry;traitement commandes;order processing;administration ventes;enregistrement commandes;ADV
shop-till|skill|tenue caisse magasin;fond de caisse;cashing up;till checkout
team-leading|skill|encadrement équipe;management équipe;team leadership;leading team;supervision équipe;people management;managed staff;équipe encadrée;animation équipe;led team;supervised team;direction équipe
rota-planning|skill|planning équipes;élaboration plannings;staff rotas;scheduling staff;plannings personnel
property-valuation|skill|estimation biens;évaluation immobilière;property valuation;avis valeur;appraisals homes;estimations logements
property-mandates|skill|prise mandats;mandats exclusifs;listings instructions;property mandates;exclusive mandates;rentrer mandats;instructions vendors
property-viewings|skill|visites biens;property viewings;visites acquéreurs;house viewings;showing homes
lease-management|skill|gestion locative;baux;lease management;états des lieux;inventory check-in tenants;quittancement;rent collection;loyers
loan-files|skill|dossiers crédit;montage prêt;loan files;crédit immobilier;mortgage applications;financement dossiers
insurance-contracts|skill|souscription contrats assurance;insurance policies;contrats prévoyance;underwriting policies
claims-management|skill|gestion sinistres;claims management;déclaration sinistre;indemnisation;claims settlement;instruction sinistres
diary-management|skill|gestion agenda;gestion plannings rendez-vous;diary management;calendar management;prise rendez-vous;appointment booking;agendas direction
phone-reception|skill|accueil téléphonique;standard téléphonique;switchboard;telephone reception;answering phone
visitor-reception|skill|accueil physique;accueil visiteurs;visitor reception;front desk visitors;welcoming visitors
mail-handling|skill|courrier;mail handling;traitement courrier;rédaction courriers;correspondence
minutes|skill|comptes rendus;minutes meetings;prise notes;dactylographie;audio typing;frappe comptes rendus;shorthand
filing|skill|classement archivage;filing;GED;document management
travel-booking|skill|organisation déplacements;travel arrangements;réservation voyages;booking travel
office-software|skill|Pack Office;Microsoft Office;Word Excel;suite bureautique;bureautique
react|skill|React;ReactJS;JSX;Next.js;React hooks;Redux;composants React;React Native
angular|skill|Angular;AngularJS;RxJS
vue|skill|Vue.js;VueJS;Nuxt
typescript|skill|TypeScript;typage statique;tsx;typed javascript;static typing
javascript|skill|JavaScript;ECMAScript;ES6
node|skill|Node.js;NodeJS;NestJS;Express.js;Fastify;API REST Node;services serveur JavaScript;server-side JavaScript;API REST;REST API;GraphQL;OpenAPI
python|skill|Python;Django;Flask;FastAPI
java|skill|Java;Spring Boot;Hibernate;J2EE
php|skill|PHP;Symfony;Laravel
dotnet|skill|.NET;C#;ASP.NET;dotnet
html-css|skill|HTML CSS;intégration HTML;Sass;Tailwind;responsive web
sql|skill|SQL;PostgreSQL;MySQL;Postgres;requêtes SQL;base données relationnelle;relational schema;SQL Server;Oracle database;query tuning;schéma relationnel;slow queries;database modelling;MariaDB
nosql|skill|MongoDB;NoSQL;Redis;Elasticsearch;Cassandra
ci-cd|skill|GitLab CI;intégration continue;CI/CD;continuous integration;Jenkins;GitHub Actions;déploiement continu;pipeline déploiement;deployment pipelines;continuous delivery;automated releases;automated builds;chaîne livraison automatisée;ArgoCD
docker|skill|Docker;conteneurs;containers;Podman;conteneurisation;containerised
kubernetes|skill|Kubernetes;K8s;Helm;OpenShift;orchestration conteneurs;container orchestration;EKS;GKE;clusters conteneurs
terraform|skill|Terraform;infrastructure as code;Ansible;Pulumi;infrastructure code;Puppet;CloudFormation;provisioning scripts;infrastructure décrite code
cloud|skill|AWS;Azure;GCP;Google Cloud;cloud public;Amazon Web Services;public cloud;EC2 S3
monitoring|skill|Prometheus Grafana;Grafana;supervision serveurs;monitoring alerting;Datadog;Zabbix;Nagios;ELK;alertes métriques;observability;Centreon;metrics alerts
linux|skill|Linux;Debian;Red Hat;shell bash;Bash;administration Linux;Ubuntu;Unix
windows-server|skill|Windows Server;Active Directory;GPO;Exchange;Office 365 administration;Microsoft 365
virtualisation|skill|VMware;virtualisation;Hyper-V;Proxmox;virtual machines
networking|skill|réseaux Cisco;switch routeur;VLAN;pare-feu;firewall;TCP/IP;routing switching;VPN;network configuration;Fortinet
backup|skill|sauvegardes;backup restore;Veeam;plan reprise activité
it-support|skill|support utilisateurs;assistance utilisateurs;helpdesk;user support;dépannage postes;desktop support;résolution incidents
cybersecurity|skill|cybersécurité;tests intrusion;SOC SIEM;penetration testing;ISO 27001;EDR;vulnerability scanning;analyse vulnérabilités;SIEM
accessibility|skill|accessibilité;RGAA;WCAG;accessibility audit;screen reader;lecteur écran;contraste clavier;a11y;keyboard navigation
testing|skill|tests unitaires;tests automatisés;unit tests;Cypress;Selenium;Playwright;Jest;test automation;tests bout en bout
git|skill|Git;GitHub;GitLab;gestion versions;version control
agile|skill|Scrum;Agile;Kanban;sprints;méthodes agiles;backlog
mobile-dev|skill|Android Kotlin;iOS Swift;Flutter;développement mobile;mobile apps
powerbi|skill|Power BI;Tableau Software;Qlik;data visualisation;dashboards;tableaux bord décisionnels;Looker;dataviz;visualisation données;tableaux de bord interactifs
statistics|skill|statistiques;régression;statistical analysis;tests A/B;analyse statistique;R Studio;hypothesis testing
data-cleaning|skill|nettoyage données;qualité données;data cleaning;data quality;préparation données;ETL;pandas;data preparation
machine-learning|skill|machine learning;apprentissage automatique;scikit-learn;modèles prédictifs;predictive models;deep learning;TensorFlow
sap|skill|SAP;SAP MM;SAP FI;S/4HANA;module SAP
erp|skill|ERP;Odoo;Navision;Dynamics ERP;progiciel intégré
figma|skill|Figma;maquettes interface;wireframes;prototypage;Sketch;Adobe XD;prototypes écrans
adobe|skill|Photoshop;Illustrator;InDesign;suite Adobe;Adobe Creative;PAO;desktop publishing
seo|skill|SEO;référencement naturel;Google Analytics;search engine optimisation;SEA;Google Ads
social-media|skill|réseaux sociaux;social media;animation communauté;Instagram Facebook;calendrier éditorial;content calendar;LinkedIn posts
emailing|skill|emailing;newsletters;Mailchimp;email campaigns;Brevo
copywriting|skill|rédaction web;rédaction contenus;copywriting;articles blog;content writing;articles writing
press-relations|skill|relations presse;communiqués presse;press releases;media relations
event-organisation|skill|organisation événements;event organisation;salons professionnels;trade shows;logistique événementielle
lighting-design|skill|conception lumière;plan de feux;lighting design;mise en lumière;éclairage plateau;lighting plan;projecteurs plateau;lit interiors;studio lighting;HMI LED;lit sets;location lighting
cinema-cameras|skill|ARRI Alexa;RED Komodo;caméra RED;cinema cameras;caméras numériques cinéma;Sony Venice;large format sensor;Alexa Mini;digital cinema camera;optiques anamorphiques;caméra grand capteur;tournage ARRI
colour-grading|skill|étalonnage;colour grading;DaVinci Resolve;color grading;LUT;grading suite;suivi étalonnage;supervised grade;looks LUT;colour correction
image-crew|skill|équipe image;camera crew;image crew;direction équipe image;chef machiniste électricien équipe;led camera department;camera lighting grip
video-editing|skill|montage vidéo;Premiere Pro;Final Cut;Avid;video editing;dérushage;film editing;editing rushes;montage image;Media Composer;assembling footage
motion-graphics|skill|After Effects;motion design;habillage graphique;animation graphics;motion graphics;titrage
sound-mixing|skill|mixage audio;sound mixing;Pro Tools;prise son;boom microphone;sound design;enregistrement micros;montage son;sound editing
subtitling|skill|sous-titrage;subtitles;captioning
media-delivery|skill|exports livrables;PAD;delivery masters;encodage;conformation;encoding export;DCP
photo-retouching|skill|retouche photo;Lightroom;photo retouching
studio-photo|skill|photo studio;prise de vue;product photography;portraits
baccalaureate-prep|skill|préparation baccalauréat;baccalauréat terminale;exam preparation pupils;final-year pupils;épreuve terminale;preparing pupils exams;bac spécialité;school-leaving examination;réussite examen terminale;A-level preparation
differentiation|skill|différenciation pédagogique;differentiated teaching;mixed ability;groupes de niveau;élèves hétérogènes;parcours individualisés;tasks adapted level;pupils different levels;supports adaptés élèves;exercices plusieurs niveaux;individual learning paths
geogebra|skill|GeoGebra;Python classe;dynamic geometry software;géométrie dynamique;programming pupils;Scratch classe
school-club|skill|club mathématiques;concours Kangourou;maths club;school competition;olympiades;club échecs école;contest pupils;rallye mathématique
lesson-planning|skill|préparation cours;lesson planning;progression pédagogique;séquences pédagogiques;schemes of work
class-management|skill|gestion classe;classroom management;conduite classe
adult-training|skill|formation adultes;adult training;animation formations;training sessions adults
e-learning|skill|e-learning;Moodle;classe virtuelle;LMS;online courses
haircut|skill|coupe femme homme;coupes cheveux;haircutting;brushing coiffage;cutting styling;blow-dry
hair-colour|skill|coloration mèches;balayage;hair colouring;highlights;décoloration;ombré
beard|skill|taille barbe;rasage;beard trimming;shaving
facial-care|skill|soins visage;facial treatments;facials;gommage masque;skin treatments;nettoyage peau
waxing|skill|épilation cire;waxing;épilation;hair removal;depilation
body-care|skill|soins corps;modelage;massage bien-être;body treatments;massages;enveloppement;wellness massage
manicure|skill|manucure;pose vernis;manicure;pedicure;nail care;beauté mains pieds;ongles gel
makeup|skill|maquillage;make-up;maquillage mariée;bridal makeup
cosmetics-sale|skill|vente cosmétiques;conseil beauté;cosmetics sales;skincare products selling;produits soin vente;parapharmacie conseil
office-cleaning|skill|nettoyage bureaux;entretien locaux;office cleaning;dépoussiérage;cleaning premises;nettoyage locaux;vidage corbeilles;cleaned offices
floor-machines|skill|autolaveuse;monobrosse;scrubber dryer;floor scrubber;décapage sols;lustrage;floor polishing;cristallisation;buffing machine;mécanisation sols;machines de lavage des sols
window-cleaning|skill|nettoyage vitres;vitrerie;window cleaning;lavage vitres;washing windows
bio-cleaning|skill|bionettoyage;désinfection surfaces;biocleaning;hospital cleaning;protocole désinfection;hygiène hospitalière;disinfecting rooms;infection control cleaning
product-dosing|skill|dosage produits;dilution produits;cleaning chemicals;fiches données sécurité;chemical dilution
access-control|skill|contrôle accès;filtrage entrées;access control;badges visiteurs;contrôle entrées;checking badges;visitors entry;filtrage public
patrols|skill|rondes;patrols;ronde surveillance;rondes nuit;foot patrols;security rounds
cctv|skill|vidéosurveillance;CCTV;écrans contrôle;video surveillance;PC sécurité;control room;télésurveillance;camera monitoring;images caméras
fire-safety|skill|sécurité incendie;évacuation;fire safety;SSI;extincteurs;evacuation drills;fire alarm panel;moyens secours;centrale incendie
incident-reports|skill|main courante;rapport incident;incident reports;incident log;logbook;consignation événements
event-security|skill|sécurité événementielle;event security;palpation;crowd control;bag searches
store-security|skill|sécurité magasin;prévention vol;store detective;shoplifting;démarque inconnue;retail security
sewing-machine|skill|machine à coudre;piqueuse plate;sewing machine;surjeteuse;overlock;piquage
alterations|skill|retouches;ourlets;alterations;hemming
pattern-cutting|skill|patronage;modélisme;pattern making;gradation;pattern cutting;Lectra
frame-fitting|skill|montage verres;ajustage montures;lens fitting;taillage verres;meuleuse;fitting lenses;frame adjustment;edging lenses;montage lunettes;adaptation montures
eye-test|skill|examen vue;réfraction;eye test;refraction;mesure acuité visuelle;sight testing;prise mesures optiques;visual examination
contact-lenses|skill|lentilles contact;contactologie;contact lenses;adaptation lentilles
optics-advice|skill|conseil lunettes;vente montures;eyewear advice;choix verres;selling frames;progressive lenses;verres progressifs
optics-software|skill|Cosium;Optimum logiciel;tiers payant mutuelles;optics software
wheel-alignment|skill|géométrie train;parallélisme;wheel alignment;équilibrage
customs|skill|déclarations douane;dédouanement;customs declarations;Delta douane;customs clearance;incoterms
freight-planning|skill|affrètement;planification tournées;freight planning;optimisation tournées;route planning;exploitation transport
purchasing|skill|négociation fournisseurs;supplier negotiation;achats;purchasing;sourcing fournisseurs;appels offres achats
procurement-planning|skill|approvisionnements;calcul besoins;MRP;replenishment;procurement planning;ordonnancement
demand-forecast|skill|prévisions ventes;demand forecasting;prévisionnel
flower-arranging|skill|composition florale;bouquets;flower arranging;gerbes couronnes;wreaths
animal-care|skill|soins vétérinaires;contention animaux;veterinary nursing;toilettage;grooming
sports-coaching|skill|cours collectifs fitness;coaching sportif;personal training;group fitness;entraînement équipes
swim-teaching|skill|enseignement natation;swimming lessons;aquagym
pool-watch|skill|surveillance bassin;surveillance baignade;pool supervision;poolside
lab-analysis|skill|analyses laboratoire;chromatographie HPLC;laboratory analysis;dosages;HPLC;microbiology;microbiologie;biochimie;spectrometry
sampling|skill|prélèvement échantillons;sampling;sample preparation
surveying|skill|relevés topographiques;station totale;surveying;implantation ouvrages;total station;GPS topographie
quantity-takeoff|skill|métrés;avant-métré;quantity take-off;bill of quantities;DPGF;quantitatifs
earthworks|skill|terrassement;fouilles tranchées;earthworks;trenching;VRD;excavation trenches
road-works|skill|enrobés;voirie bordures;asphalt laying;road surfacing
excavator|skill|conduite pelle;pelle hydraulique;mini-pelle;excavator operation;digger;tractopelle;bulldozer
crane-operation|skill|conduite grue;grue tour;tower crane;pont roulant;overhead crane;élingage;slinging
scaffolding|skill|montage échafaudages;scaffolding erection;échafaudage
autonomy-support|skill|maintien autonomie;aide actes quotidiens;actes essentiels vie quotidienne;daily living assistance;aide gestes quotidiens;activities of daily living;accompagnement quotidien
home-help|skill|entretien logement;aide ménagère;housekeeping elderly;courses repas personnes âgées;shopping meals elderly;ménage personnes âgées
administrative-support|skill|démarches administratives;aide démarches;paperwork support;accès droits;benefits applications
ehpad|skill|EHPAD;maison retraite;care home;nursing home;résidence seniors;retirement home
`

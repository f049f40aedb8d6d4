/** Factories, workshops, engineering offices, laboratories, vehicles, aircraft, ships and trains. */
export const industryField = `
[occupations]
chemical-engineer|engineering|methods-technician,researcher|ingénieur chimiste;ingénieur génie chimique;formulateur|chemical engineer;formulation chemist|formulation réaction chimie chemistry formulation
electronics-engineer|engineering|electrical-engineer,embedded-developer,electronics-technician|ingénieur électronicien;ingénieur électronique;concepteur électronique;ingénieur hardware|electronics engineer;hardware engineer;PCB designer|carte schéma composants routage board circuit components
electronics-technician|maintenance|maintenance-technician,electronics-engineer,assembler|électronicien;technicien électronicien;câbleur électronique;monteur câbleur électronique;technicien de test électronique|electronics technician;electronics assembler;test technician;PCB assembler|cartes électroniques soudure composants test boards soldering components
robotics-technician|maintenance|automation-technician,maintenance-technician|technicien robotique;programmeur robot;conducteur de robot;technicien en cobotique|robotics technician;robot programmer;robot operator|robot trajectoire îlot cellule robot cell path
project-engineer|engineering|design-engineer,business-engineer|ingénieur projet;chef de projet industriel;responsable de projet technique;chargé d'affaires industriel|industrial project manager;engineering project manager|projet cahier charges fournisseurs mise service project suppliers commissioning
rd-engineer|engineering|researcher,design-engineer,methods-technician|ingénieur recherche et développement;ingénieur R&D;chargé de recherche|R&D engineer;research and development engineer;research engineer|essais prototypes brevet innovation prototypes trials patent
test-engineer|engineering|quality-technician,rd-engineer|ingénieur essais;technicien d'essais;ingénieur validation;technicien banc d'essai|test engineer;validation engineer;test bench technician|essais banc mesures protocole test bench measurements
calculation-engineer|engineering|design-engineer|ingénieur calcul;ingénieur simulation;calculateur structures|stress engineer;simulation engineer;FEA engineer|éléments finis maillage contraintes finite elements mesh
quality-engineer|quality|quality-technician,quality-manager,supplier-quality|ingénieur qualité;ingénieur assurance qualité;qualiticien|quality engineer;quality assurance engineer|plan contrôle causes actions correctives AMDEC corrective actions
supplier-quality|quality|quality-engineer,buyer|ingénieur qualité fournisseurs;SQA;technicien qualité fournisseurs|supplier quality engineer;SQE;supplier quality assurance|fournisseurs audit non-conformités suppliers
metrologist|quality|quality-inspector,quality-technician|métrologue;technicien en métrologie;contrôleur tridimensionnel|metrologist;metrology technician;CMM operator|mesure tridimensionnelle étalonnage calibration measuring
regulatory-affairs|quality|quality-manager,researcher|chargé d'affaires réglementaires;responsable affaires réglementaires;chargé de pharmacovigilance|regulatory affairs officer;regulatory affairs manager;pharmacovigilance officer|dossier enregistrement AMM marquage CE submission registration
clinical-research|science|researcher,nurse,regulatory-affairs|attaché de recherche clinique;ARC;coordinateur d'essais cliniques;technicien d'études cliniques|clinical research associate;CRA;clinical trial coordinator;study nurse|essai protocole inclusion monitoring trial protocol monitoring
chemist|science|lab-technician,researcher,chemical-operator|chimiste;technicien chimiste;technicien de laboratoire chimie;analyste chimiste|chemist;analytical chemist;chemistry technician|dosages échantillons paillasse solutions samples bench
microbiologist|science|lab-technician,researcher|microbiologiste;technicien en microbiologie;technicien biologiste|microbiologist;microbiology technician;biologist|cultures germes milieux cultures plates
lab-manager|science|lab-technician,chemist|responsable de laboratoire;chef de laboratoire;cadre de laboratoire|laboratory manager;lab supervisor|laboratoire équipe accréditation laboratory accreditation
foundry-worker|metal|machine-operator,metalworker|fondeur;mouleur fonderie;noyauteur;couleur en fonderie;forgeron;estampeur|foundry worker;caster;moulder;forge operator|fonderie moule coulée métal casting mould
surface-treatment|industry|industrial-painter,chemical-operator,machine-operator|opérateur en traitement de surface;galvanoplaste;sableur;grenailleur;opérateur traitement thermique|surface treatment operator;electroplater;sandblaster;heat treatment operator|bains chromage anodisation sablage plating baths blasting
polisher|metal|machine-operator,toolmaker|polisseur;ébavureur;ajusteur;affûteur|polisher;deburrer;grinder;fitter|polissage ébavurage ajustage rectification polishing deburring grinding
press-operator|metal|machine-operator,sheet-metal-worker|opérateur sur presse;plieur;emboutisseur;opérateur laser;découpeur laser;régleur presse|press operator;press brake operator;laser cutter operator;stamping operator|pliage presse emboutissage tôles bending press sheet
mechanical-fitter|industry|assembler,maintenance-technician,polisher|monteur mécanicien;mécanicien monteur;assembleur monteur;mécanicien de montage;monteur assembleur|mechanical fitter;mechanical assembler;machine builder|montage sous-ensembles serrage ajustage assembly sub-assemblies
packaging-operator|industry|production-operator,packer,food-operator|conducteur de ligne de conditionnement;opérateur de conditionnement;conducteur machine conditionnement|packaging line operator;packaging machine operator|ligne conditionnement étiqueteuse flacons line labeller bottling
blow-moulding|industry|plastics-operator,machine-operator|technicien régleur plasturgie;monteur régleur injection;régleur en plasturgie;opérateur thermoformage|plastics moulding technician;injection moulding setter|presse injection moule matière moulding mould
composites-worker|industry|aircraft-fitter,plastics-operator|stratifieur;drapeur;opérateur composites;stratifieur mouliste|laminator;composites technician;composites operator|fibre résine drapage moule layup resin carbon
paper-operator|industry|machine-operator,printing-operator|conducteur machine papier;opérateur carton;conducteur onduleuse;cartonnier|paper machine operator;corrugator operator|papier carton bobine paper board reel
glass-worker|industry|machine-operator,craft-ceramist|verrier;souffleur de verre;opérateur verrerie|glass worker;glassblower|verre four soufflage glass furnace
textile-operator|textile|sewing-operator,machine-operator|opérateur textile;tisserand;bonnetier;teinturier;tricoteur;conducteur de métier à tisser|textile operator;weaver;dyer;knitting operator;loom operator|tissage teinture métier fil weaving dyeing yarn
upholsterer|textile|leather-worker,cabinetmaker,dressmaker|tapissier d'ameublement;sellier garnisseur|vehicle trimmer|sièges tissus garnissage seats fabric stuffing
shoemaker|textile|leather-worker,sewing-operator|cordonnier;bottier;monteur en chaussures;piqueur cuir;maroquinier de luxe|shoemaker;cobbler;leather stitcher|chaussures semelles cuir shoes soles leather
fashion-designer|textile|pattern-maker,graphic-designer|styliste;créateur de mode;designer textile;chef de produit textile;assistant styliste|fashion designer;textile designer;stylist|collection croquis tendances tissus collection sketches
print-finisher|industry|printing-operator,machine-operator|façonnier;massicotier;relieur;opérateur de finition|print finisher;guillotine operator;bookbinder|massicot reliure pliage brochure binding folding
prepress|design|graphic-designer,printing-operator|opérateur prépresse;infographiste PAO;opérateur PAO;imposeur|prepress operator;artworker;DTP operator|imposition épreuves plaques plates proofs
signmaker|design|graphic-designer,prepress|enseigniste;poseur d'enseignes;signaléticien;poseur d'adhésifs;covering|signmaker;sign fitter;vinyl applicator|enseignes adhésifs lettrage signs vinyl
auto-electrician|automotive|mechanic,auto-diagnostician|électricien automobile;électromécanicien automobile;technicien électricité auto|auto electrician;vehicle electrician|faisceaux batterie démarreur wiring battery starter
auto-diagnostician|automotive|mechanic,auto-electrician|technicien diagnostic automobile;technicien expert après-vente automobile;diagnosticien auto|vehicle diagnostic technician;master technician|valise calculateur pannes fault codes
motorcycle-mechanic|automotive|mechanic,bicycle-mechanic|mécanicien moto;mécanicien deux-roues;mécanicien cycles et motocycles|motorcycle mechanic;motorbike technician|motos scooters vidange motorbikes
bicycle-mechanic|automotive|motorcycle-mechanic,mechanic|mécanicien cycles;réparateur de vélos;vélociste;technicien cycle|bicycle mechanic;bike technician|vélos freins roues bikes brakes wheels
car-painter|automotive|bodywork-repairer,industrial-painter|peintre automobile;peintre en carrosserie;préparateur peintre|car painter;spray painter;vehicle refinisher|apprêt vernis cabine primer lacquer booth
car-preparer|automotive|mechanic,cleaner|préparateur de véhicules;préparateur automobile;laveur de voitures;agent de préparation esthétique;convoyeur de véhicules|car valeter;vehicle preparer;car washer;car detailer;vehicle mover|lavage lustrage véhicules washing polishing cars
service-adviser|automotive|mechanic,car-salesperson,receptionist|conseiller service automobile;réceptionnaire après-vente automobile;réceptionnaire atelier;chef d'atelier automobile|service adviser;workshop receptionist;workshop manager|ordres réparation atelier devis clients repair orders workshop
roadside-technician|automotive|mechanic,truck-driver|dépanneur remorqueur;dépanneur automobile;technicien d'assistance routière|roadside technician;recovery driver;tow truck driver|dépannage remorquage plateau towing breakdown
control-technician-auto|automotive|mechanic,auto-diagnostician|contrôleur technique automobile;contrôleur technique|MOT tester;vehicle inspector|contrôle technique véhicules freins pollution
aircraft-electrician|aeronautics|aircraft-mechanic,industrial-electrician|électricien aéronautique;avionneur;technicien avionique;câbleur aéronautique|avionics technician;aircraft electrician|avionique faisceaux aéronef avionics harness
aircraft-sheet-metal|aeronautics|aircraft-fitter,sheet-metal-worker|chaudronnier aéronautique;ajusteur aéronautique;tôlier aéronautique;monteur ajusteur structure|aircraft sheet metal worker;airframe fitter;aerostructures fitter|rivetage perçage structure fuselage riveting drilling airframe
pilot|aeronautics|drone-pilot|pilote de ligne;pilote d'avion;commandant de bord;pilote d'hélicoptère;copilote|airline pilot;pilot;first officer;helicopter pilot;captain aircraft|vol heures cockpit flight hours
drone-pilot|aeronautics|photographer,land-surveyor|télépilote de drone;pilote de drone;opérateur drone|drone pilot;drone operator;UAV pilot|drone vol prises vue aériennes aerial
ramp-agent|aeronautics|airport-agent,dock-worker|agent de piste;bagagiste;agent d'escale commerciale;agent avitailleur;tractoriste aéroport|ramp agent;baggage handler;aircraft refueller|piste bagages soute avion apron baggage hold
air-traffic-controller|aeronautics|pilot|contrôleur aérien;aiguilleur du ciel;agent d'opérations aériennes|air traffic controller;flight dispatcher|espace aérien trafic vols airspace flights
train-technician|rail|maintenance-technician,electrician,train-driver|technicien de maintenance ferroviaire;mécanicien ferroviaire;agent de maintenance matériel roulant|rolling stock technician;rail maintenance technician|rames bogies matériel roulant trains bogies
track-worker|rail|earthworker,labourer|agent de la voie;ouvrier voie ferrée;poseur de voies;agent caténaire;caténairiste;opérateur de travaux ferroviaires|track worker;railway track maintainer;overhead line technician rail|voie rails traverses ballast caténaire track rails sleepers
signalling-technician|rail|track-worker,electrician|technicien signalisation ferroviaire;agent de signalisation;aiguilleur;agent circulation ferroviaire|signalling technician;railway signaller;traffic controller rail|signaux aiguilles postes signals points
ship-mechanic|maritime|mechanic,maintenance-technician|mécanicien naval;mécanicien de bord;officier mécanicien;mécanicien bateau;motoriste marine|marine engineer;ship mechanic;marine mechanic;boat mechanic|moteur bateau machine navire engine vessel
sailor|maritime|fisherman,ship-mechanic|matelot;marin;matelot polyvalent;maître d'équipage;agent maritime;capitaine de navire;patron de bateau;officier de pont|sailor;deckhand;seafarer;able seaman;ship captain;deck officer;skipper|pont navire amarrage quart deck vessel mooring watch
boat-builder|maritime|composites-worker,joiner|charpentier de marine;constructeur naval;accastilleur;technicien nautique|boat builder;shipwright;marina technician|bateau coque pont voile boat hull
elevator-installer|installation|lift-technician,industrial-electrician|monteur d'ascenseurs;ascensoriste|lift installer;elevator installer|ascenseur cabine gaine lift shaft
nuclear-technician|industry|maintenance-technician,ndt-inspector|technicien nucléaire;agent de radioprotection;technicien radioprotection;robinetier;agent logistique nucléaire|nuclear technician;radiation protection technician;valve technician|tranche arrêt radioprotection centrale vannes outage plant valves
water-plant-operator|environment|water-technician,chemical-operator|agent de station d'épuration;technicien traitement des eaux;exploitant de station;égoutier;agent d'assainissement|wastewater operator;sewage worker|station épuration boues pompes sludge pumps
field-service-technician|maintenance|maintenance-technician,electronics-technician|technicien SAV;technicien itinérant;technicien de maintenance itinérant;technicien d'intervention;dépanneur électroménager;technicien biomédical;technicien appareils médicaux|field service engineer;field technician;service technician;biomedical technician;appliance repairer|interventions dépannage clients tournée interventions repairs customers
instrument-technician|maintenance|automation-technician,electronics-technician|instrumentiste;technicien instrumentation;technicien mesures et régulation|instrumentation technician;instrument technician;control and instrumentation technician|capteurs boucles régulation vannes sensors loops valves
[skills]
SAP PM;gestion maintenance assistée|computerised maintenance;SAP PM
supervision SCADA;PCVue;WinCC;IHM|SCADA;HMI;WinCC
variateurs de vitesse;moteurs asynchrones;servomoteurs|variable speed drives;servo drives
alignement laser;roulements;graissage;analyse vibratoire|laser alignment;bearings;vibration analysis;lubrication
thermographie infrarouge;caméra thermique|infrared thermography;thermal imaging
maintenance 1er niveau;auto-maintenance|first-line maintenance;operator maintenance
pièces de rechange;magasin maintenance;stock pièces détachées|spare parts;parts store
raccordement instruments|calibration;gauge management
machine tridimensionnelle;MMT;contrôle tridimensionnel|coordinate measuring machine;3D measurement
pied à coulisse;micromètre;instruments de mesure|calliper;micrometer;measuring instruments
SPC;MSP;cartes de contrôle|SPC;statistical process control;control charts
analyse de risques procédé;plan de surveillance|FMEA;control plan;process risk analysis
8D;résolution de problèmes;5 pourquoi;Ishikawa;QRQC|8D;problem solving;root cause;five whys
APQP;PPAP;dossier qualité;IATF 16949|APQP;PPAP;IATF 16949
ISO 9001 système;système de management de la qualité;SMQ;processus qualité|quality management system;ISO 9001 system;QMS
ISO 14001;management environnemental;ISO 45001;document unique|ISO 14001;environmental management;ISO 45001;risk register
internal audits|internal audits;internal auditor
non-conformités;fiches de non-conformité;actions correctives|non-conformities;corrective actions;CAPA
contrôle réception;contrôle final;contrôle en cours|incoming inspection;final inspection;in-process checks;self-inspection
réglementation REACH;CLP;fiches de sécurité|REACH;CLP;safety data sheets
marquage CE;directive machines;dossier technique machines|machinery directive;technical file
Six Sigma projet;DMAIC|Six Sigma project;DMAIC
ordonnancement production;planification de production;PIC PDP;charge capacité|production scheduling;master production schedule;capacity planning
gammes de fabrication;dossiers de fabrication;temps gammes;MTM|work instructions;time studies;MTM
cahier des charges technique;spécifications techniques|technical specifications;engineering requirements
calcul éléments finis;Ansys;Abaqus;Nastran|finite element analysis;Ansys;Abaqus;Nastran
mécanique des fluides;CFD;aéraulique;thermique simulation|computational fluid dynamics;CFD;thermal simulation
mise en plan;dessin de définition;cotation fonctionnelle|detail drawings;functional dimensioning;bills of materials
impression 3D;fabrication additive|3D printing;additive manufacturing
conception électronique;routage PCB;Altium;KiCad|PCB design;Altium;schematic capture;circuit design
soudure électronique;brasage composants;IPC-A-610;câblage de cartes|electronic soldering;SMD;IPC-A-610;board assembly
oscilloscope;multimètre;bancs de test électronique|oscilloscope;multimeter;electronic test
sertissage;faisceaux électriques;câblage filaire;dénudage|crimping;wire harnesses;cable looms
essais vibratoires;essais climatiques;essais mécaniques;essais de traction|vibration tests;climatic tests;tensile tests
homologation;certification produit;normes européennes|homologation;type approval;product certification
propriété intellectuelle;dépôt de brevets|patent filing;intellectual property
rectification;affûtage;tour conventionnel;fraiseuse conventionnelle|grinding;tool sharpening;manual lathe;manual mill
électroérosion;EDM;découpe fil|EDM;wire erosion;spark erosion
décolletage;tour multibroche;Tornos|bar turning;sliding head lathe;multi-spindle
ébavurage;polissage;finition manuelle|deburring;polishing;hand finishing
pliage;presse plieuse;poinçonnage;cisaillage|bending sheet;shearing
développé de tôle;formage;cintrage|sheet development;rolling plate
rivetage;perçage;assemblage structure aéronautique|riveting;airframe assembly
drapage composite;stratification;infusion résine;fibre carbone|composite lay-up;lamination;resin infusion;carbon fibre
soudage par points;robot de soudage;brasage|spot welding;welding robot;brazing
soudage aluminium;soudage titane|aluminium welding;titanium welding
fonderie;moulage sable;coulée sous pression|casting;sand moulding;die casting
forgeage;estampage;traitement thermique;trempe|forging;heat treatment;quenching
traitement de surface;anodisation;chromage;galvanisation;sablage;grenaillage|surface treatment;anodising;electroplating;galvanising;shot blasting
peinture industrielle;peinture poudre;thermolaquage;pistolage|industrial painting;powder coating
injection plastique;montage de moules;réglage presse injection;extrusion;thermoformage|injection moulding;mould changing;extrusion;thermoforming
mise en carton;étiquetage produits;mise sous film|packing line;cartoning;labelling;shrink wrapping
embouteillage;remplissage|bottling;filling line
habillage salle propre;classe ISO|aseptic;sterile area;gowning
granulation;compression comprimés|blending;granulation;tablet press
validation de procédés;qualification équipements;IQ OQ PQ|process validation;equipment qualification;IQ OQ PQ
bonnes pratiques de laboratoire;BPL;ISO 17025;accréditation COFRAC|good laboratory practice;GLP;ISO 17025
chromatographie en phase gazeuse;CPG;spectrométrie de masse;GC-MS|gas chromatography;mass spectrometry;GC-MS;LC-MS
pH-métrie;dosage volumétrique;spectrophotométrie|titration;pH measurement;spectrophotometry
culture cellulaire;biologie moléculaire;PCR;western blot;électrophorèse|cell culture;molecular biology;PCR;western blot
ensemencement;milieux de culture;dénombrement bactérien;contrôle microbiologique|culture media;agar plates;bacterial counts;microbiological testing
hématologie;biochimie clinique;immunologie;hémostase;automates de biologie|haematology;clinical chemistry;immunology;blood analysers
étude clinique;monitoring essais cliniques;CRF;BPC|clinical trials;trial monitoring;good clinical practice;case report forms
pharmacovigilance;déclaration d'effets indésirables|pharmacovigilance;adverse events
formulation cosmétique;émulsions;développement produit cosmétique|cosmetic formulation;emulsions
contrôle non destructif;ultrasons;magnétoscopie;COFREND examens|non-destructive testing;ultrasonic testing;magnetic particle
radioprotection;dosimétrie;zone contrôlée|radiation protection;dosimetry;controlled area
robinetterie;pompes industrielles|industrial piping;industrial pumps
déconsignation;mise en sécurité machines|lockout tagout;isolation procedures;machine safety
plaquettes;liaison au sol;amortisseurs|brakes;pads and discs;shock absorbers
montage pneus;permutation pneus|tyre fitting;tyres;puncture repair
multiplexage;électricité automobile|fault code reading;scan tool;vehicle electrics;CAN bus
climatisation auto;recharge climatisation|car air conditioning;aircon recharge
pare-brise;vitrage automobile|windscreen replacement;auto glass
contrôle technique véhicules;pré-contrôle|MOT testing;vehicle inspection
dépannage remorquage;plateau remorqueur|vehicle recovery;towing
hydraulique engins;réparation engins TP;moissonneuses|plant repair;heavy equipment hydraulics;combine harvesters
mécanique poids lourds;freinage pneumatique;tachygraphe|truck repair;air brakes;heavy vehicle servicing
maintenance aéronautique;visite avion;moteur avion;Part 145|aircraft maintenance;line maintenance;base maintenance;Part 145
avionique;instruments de bord;câblage avion|avionics;aircraft wiring;cockpit instruments
matériel roulant;bogies;maintenance de rames|rolling stock;bogies;train maintenance
pose de voie ferrée;ballast;caténaires|track laying;ballast;catenary
signalisation ferroviaire;postes d'aiguillage|railway signalling;interlocking
moteurs marins;hors-bord;mécanique bateau|marine engines;outboards;boat engines
matelotage;manœuvre de pont;quart passerelle;amarrage|deck work;bridge watch;seamanship
gréement;voilerie;coque polyester|rigging boats;sailmaking;hull repair
tissage;tricotage;teinture;ennoblissement textile|weaving;knitting;dyeing;textile finishing
coupe textile;matelassage;placement de coupe|fabric cutting;marker making;lay-up cutting
maroquinerie;piquage cuir;parage cuir;point sellier|leather goods;leather stitching;skiving;saddle stitch
tapisserie d'ameublement;capitonnage|upholstery;deep buttoning;re-covering
stylisme;collection mode;croquis de mode;dossier technique vêtement|fashion design;collection design;tech packs
offset;impression numérique;calage machine;flexographie;sérigraphie|offset printing;digital print;press make-ready;flexography;screen printing
façonnage papier;massicot;reliure|print finishing;guillotine
prépresse;gestion des couleurs;PDF imprimeur|prepress;colour management
pose d'adhésif;marquage véhicule;signalétique|sign making;vinyl application;vehicle wrapping;signage
biomédical;maintenance dispositifs médicaux|biomedical equipment;medical device maintenance
électroménager;réparation électroménager|appliance repair;white goods
hydraulique industrielle;centrales hydrauliques|industrial hydraulics;hydraulic power units
capteurs;boucles de régulation;transmetteurs|sensors;control loops;transmitters
agroalimentaire;industrie alimentaire;transformation alimentaire|food processing;food industry;food manufacturing
cuiseurs;pasteurisation;stérilisateurs alimentaires;autoclaves alimentaires|pasteurisation;retorts;cookers
CIP;nettoyage en place;désinfection de ligne|clean in place;CIP;line sanitation
éco-conception;analyse cycle de vie;ACV|eco-design;life cycle assessment
bilan carbone;empreinte carbone;RSE démarche;CSRD|carbon footprint;greenhouse gas;sustainability reporting;ESG
[licences]
habilitation électrique industrielle B2V BC;BC consignation|isolating officer authorisation;BC electrical
COFREND;certification CND;niveau 2 ultrasons|PCN level 2;NDT certification;COFREND
Part 66;licence B1 aéronautique;licence B2 avionique|Part 66 licence;B1 licence aircraft;EASA B1
Green Belt;Black Belt;certification Lean Six Sigma;Yellow Belt|Green Belt;Black Belt;Lean Six Sigma certificate;Yellow Belt
CQP conducteur d'équipements industriels;CQPM;CQP opérateur;CQP technicien maintenance|industrial operator certificate;metal industry certificate
agrément contrôleur technique;QCM contrôle technique|MOT tester licence;approved vehicle inspector
CEFRI;habilitation nucléaire;RP1;PR1;SCN1;HN1|nuclear site certificate;radiation worker certificate
BCL;UTE C 18-550|electric vehicle authorisation;hybrid vehicle certificate;IMI level 3 EV
capitaine 200;brevet officier de pont;STCW;certificat de matelot;livret maritime|STCW;deck officer certificate;able seaman certificate;seaman's book
licence de pilote;ATPL;CPL;PPL;qualification de type|pilot licence;ATPL;CPL;type rating
CACES pont roulant R484;R484;pont roulant certificat|overhead crane certificate;R484
[degrees]
BTS conception produits industriels;BTS CPI;DUT GMP;BUT génie mécanique;BTS CRSA|higher diploma in mechanical design;HNC mechanical engineering
ingénieur Arts et Métiers;ENSAM;INSA;diplôme ingénieur mécanique;école d'ingénieurs mécanique|mechanical engineering degree;MEng mechanical
CAP chaudronnerie;bac pro TCI;bac pro chaudronnerie;CAP réalisation en chaudronnerie industrielle;titre soudeur|boilermaking certificate;fabrication certificate
BTS CIRA;BTS contrôle industriel régulation;DUT mesures physiques|instrumentation diploma;measurement and control diploma
BTS bioanalyses;BTS ABM;BTS analyses de biologie médicale;diplôme de technicien de laboratoire médical;DUT génie biologique|biomedical science degree;biology lab diploma;BSc biomedical
BTS métiers de la chimie;DUT chimie;licence chimie|chemistry degree;chemistry diploma;BSc chemistry
bac pro maintenance automobile;BTS après-vente automobile;CQP mécanicien|motor vehicle diploma;NVQ vehicle maintenance
CAP peinture carrosserie;CAP réparation carrosseries|vehicle body repair certificate
mention complémentaire aéronautique;bac pro aéronautique;BTS aéronautique;CAP aéronautique|aeronautical diploma;aircraft maintenance degree
BTS qualité;DUT QLIO;licence pro qualité;master QHSE;master qualité|quality management degree;QHSE master's;diploma in quality
CAP maroquinerie;CAP sellerie;bac pro métiers du cuir|leather crafts certificate
CAP métiers de la mode;bac pro mode;BTS métiers de la mode|fashion diploma;dressmaking certificate
bac pro production graphique;bac pro impression;BTS études réalisation projet communication imprimé|print diploma;graphic production certificate
bac pro pilote de ligne de production;PLP;titre conducteur de ligne;BTS pilotage de procédés|production line vocational diploma;process operations diploma
BTS électronique;BTS SNEC;licence électronique|electronics diploma;HNC electronics
`

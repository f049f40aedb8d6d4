/** Land, animals, environment, cleaning, security, beauty, sport, arts, media, stage and screen, crafts, domestic work. */
export const lifeField = `
[occupations]
winemaker|agriculture|oenologist,cellar-worker,vineyard-worker|maître de chai;caviste vinificateur;vigneron;responsable de domaine viticole;chef de culture viticole|winemaker;cellar master;vineyard manager;wine grower|vinification cave assemblage vigne winemaking blending vines
agronomist|agriculture|farm-manager,researcher|agronome;ingénieur agronome;technicien agricole;conseiller agricole;technicien de cultures;technico-commercial agricole|agronomist;agricultural adviser;crop technician|cultures sols parcelles essais crops soils trials
landscape-designer|design|landscaper,architect|paysagiste concepteur;architecte paysagiste;dessinateur en paysage;conducteur de travaux paysage;chef d'équipe espaces verts|landscape architect;garden designer;landscape team leader|jardin plans plantations garden planting plans
lumberjack|agriculture|forestry-worker,tree-surgeon|conducteur d'abatteuse;débardeur;technicien forestier;garde forestier|lumberjack;logger;forester;harvester operator;forest ranger|abattage tronçonneuse bois forêt felling chainsaw timber
nature-guide|environment|activity-leader,tour-guide|animateur nature;éducateur à l'environnement;écogarde;garde du littoral;technicien de rivière|nature guide;environmental educator;park ranger;countryside ranger|nature sorties biodiversité wildlife walks
ecologist|environment|researcher,environment-engineer|écologue;naturaliste;chargé d'études faune flore;ornithologue|ecologist;ecological surveyor;conservation officer|faune flore inventaires habitats wildlife surveys
environment-engineer|environment|hse-manager,energy-technician,ecologist|ingénieur environnement;chargé de mission environnement;technicien environnement;chargé de mission développement durable;responsable RSE|environmental engineer;environmental consultant;sustainability manager;CSR manager|impact études rejets réglementation impact permits
waste-manager|environment|waste-sorter,environment-engineer|responsable déchets;technicien déchets;ambassadeur du tri;gardien de déchetterie;agent de déchetterie;chef d'exploitation déchets|waste manager;recycling officer;recycling centre attendant|déchetterie tri collecte filières recycling skips
vet|animal|vet-assistant|vétérinaire;docteur vétérinaire|veterinarian;vet;veterinary surgeon|animaux consultations chirurgie animals
animal-keeper|animal|groomer,vet-assistant,livestock-farmer|soigneur animalier;animalier;agent animalier;éleveur canin;gardien de refuge;pet sitter;éducateur canin;comportementaliste animalier|animal keeper;zookeeper;kennel assistant;dog trainer;pet sitter;animal care assistant|animaux enclos nourrissage refuge feeding enclosures kennels
horse-groom|animal|animal-keeper,ski-instructor|palefrenier;palefrenier soigneur;lad;cavalier soigneur;maréchal-ferrant|groom horses;stable hand;farrier;stable groom|chevaux box écurie horses stables
pet-shop-assistant|sales|salesperson,animal-keeper|vendeur en animalerie;vendeur animalerie|pet shop assistant|animalerie aquariophilie pets
cleaning-operative-industrial|cleaning|cleaner,waste-collector|agent de nettoyage industriel;opérateur de nettoyage haute pression;agent d'hydrocurage;laveur de vitres cordiste;agent de propreté urbaine|industrial cleaner;jet wash operator;street cleaner;machine cleaner|nettoyage haute pression site industriel high-pressure
house-manager|service|housekeeper-home,concierge,executive-assistant|gouvernant de maison;majordome;intendant;gardien de propriété;couple de gardiens|house manager;butler;estate manager;live-in housekeeper|maison famille propriété household estate
family-employee|cleaning|housekeeper-home,home-carer,nanny|aide ménagère;employé familial;employé à domicile;aide-ménager|domestic worker;home helper|ménage repassage courses household ironing
security-event|security|security-guard,store-detective|agent de sécurité événementiel;agent de sûreté;physionomiste;videur;stadier;agent de prévention|door supervisor;bouncer;event steward;event security officer|événements palpation entrée crowd door
security-airport|security|security-guard,airport-agent|agent de sûreté aéroportuaire;opérateur de sûreté;agent d'inspection filtrage;profileur aéroport|airport security officer;aviation security officer;screener|inspection filtrage bagages rayons screening bags x-ray
store-detective|security|security-guard,security-event|agent de sécurité magasin;inspecteur de magasin;agent de prévention des pertes;agent de sécurité arrière-caisse|store detective;loss prevention officer;retail security officer|magasin vol interpellation theft shop
cash-courier|security|security-guard,truck-driver|convoyeur de fonds;transporteur de fonds;agent de valeurs|cash-in-transit driver;cash courier|fonds valeurs fourgon blindé valuables
bodyguard|security|security-guard,police-officer|agent de protection rapprochée;garde du corps;agent de protection physique|bodyguard;close protection officer|protection personnalités VIP
private-investigator|security|police-officer,auditor|enquêteur privé;agent de recherches privées;détective|private investigator;detective|filatures enquêtes surveillance
firefighter-company|security|firefighter,fire-safety-agent|sapeur-pompier volontaire;pompier d'aéroport;pompier industriel;chef de service sécurité incendie|industrial firefighter;airport firefighter;fire officer|incendie secours interventions fire rescue
aesthetic-practitioner|beauty|beautician,spa-therapist|praticien en esthétique;technicien épilation laser;dermographe;technicien cils;tatoueur;perceur|aesthetic practitioner;laser technician;lash technician;tattoo artist;piercer|cils ongles laser dermographie lashes nails laser
salon-manager|beauty|hairdresser,beautician,store-manager|responsable de salon;manager salon de coiffure;responsable d'institut;gérant d'institut|salon manager;beauty salon manager|salon équipe clientèle salon team
wigmaker|beauty|hairdresser,makeup-artist|perruquier;coiffeur de plateau;posticheur;coloriste|wigmaker;session stylist;colourist|perruques postiches wigs
beauty-trainer|beauty|beautician,trainer|formateur esthétique;animateur de marque beauté;conseiller en parfumerie;vendeur en parfumerie|beauty trainer;beauty consultant;perfume sales adviser|marque beauté parfum conseil brand fragrance
image-consultant|beauty|makeup-artist,fashion-designer|conseiller en image;relookeur;styliste personnel|image consultant;personal stylist|style garde-robe wardrobe
film-producer|film|production-assistant,film-director|producteur;directeur de production;administrateur de production;chargé de production audiovisuelle;producteur exécutif|film producer;line producer;executive producer|budget tournage production financement shoot budget
assistant-director|film|film-director,production-assistant,script-supervisor|assistant réalisateur;premier assistant réalisateur;régisseur général;régisseur cinéma;assistant mise en scène|assistant director;first assistant director;location manager;unit manager|plan travail tournage feuille service call sheet shoot schedule
vfx-artist|film|motion-designer,video-editor|infographiste VFX;truquiste;compositeur numérique;superviseur effets visuels;graphiste 3D;modeleur 3D;lighting artist|VFX artist;compositor;3D artist;3D animator;character modeller;rigger 3D|compositing effets 3D animation rendu effects rendering
colorist|film|video-editor,cinematographer|étalonneur;coloriste cinéma;technicien postproduction;laborantin numérique;DIT;data manager tournage|colourist film;digital imaging technician;post-production technician;data wrangler|étalonnage rushes conformation grading rushes
sound-editor|film|sound-engineer,video-editor|mixeur;bruiteur;ingénieur du son plateau|sound editor;sound mixer;foley artist|micros mixage ambiances microphones mix
broadcast-technician|film|camera-operator,sound-engineer,video-editor|technicien vidéo;technicien audiovisuel;opérateur vision;opérateur régie;technicien de diffusion;réalisateur live;ingénieur vision|broadcast technician;AV technician;vision mixer;live streaming technician|régie direct caméras diffusion live control room
screenwriter|culture|journalist,content-writer,film-director|scénariste;auteur;dialoguiste;écrivain;dramaturge|screenwriter;scriptwriter;author;copywriter agency|scénario dialogues bible écriture script dialogue
casting-director|film|production-assistant,recruiter|directeur de casting;chargé de figuration;agent artistique;agent de comédiens|casting director;talent agent;extras coordinator|comédiens essais rôles actors auditions
stage-manager|film|stage-technician,event-manager|régisseur général spectacle;régisseur de scène;régisseur plateau;directeur technique spectacle|stage manager;technical director theatre;production stage manager|spectacle plateau montage show load-in
rigger|film|stage-technician,scaffolder|accrocheur rigger;rigger;cintrier;technicien structures;monteur de chapiteaux;road;roadie|rigger;truss technician;stagehand;roadie|accroche ponts moteurs truss hoists
show-producer|culture|event-manager,communication-officer|chargé de production spectacle;administrateur de compagnie;programmateur culturel;chargé de diffusion;médiateur culturel;chargé d'action culturelle|show producer;tour manager;arts administrator;cultural programmer;cultural mediator|tournée compagnie artistes contrats cession tour artists
musician|culture|sound-engineer,teacher-arts|musicien;chanteur;compositeur;chef d'orchestre;DJ;beatmaker|musician;singer;composer;conductor;DJ|concerts répétitions album concerts rehearsals
dancer|culture|actor,teacher-arts|danseur;chorégraphe;artiste de cirque;marionnettiste|dancer;choreographer;circus artist;puppeteer|spectacles répétitions scène stage rehearsals
radio-host|culture|journalist,actor|animateur radio;présentateur;chroniqueur;animateur télé;commentateur sportif|radio host;TV presenter;broadcaster|antenne émission chronique on air show
editor-publishing|culture|journalist,translator|éditeur;assistant d'édition;secrétaire de rédaction;rédacteur en chef;iconographe;maquettiste presse|publishing editor;editorial assistant;sub-editor;editor-in-chief;picture editor|manuscrits maquette relecture parution manuscripts layout
product-designer|design|ux-designer,design-engineer|designer produit;designer industriel;designer d'espace;scénographe;designer d'objets|product designer;industrial designer;exhibition designer|objets prototypes maquettes scénographie objects prototypes
museum-curator|culture|archivist,tour-guide|conservateur de musée;régisseur d'œuvres;commissaire d'exposition;restaurateur d'art;galeriste;agent de surveillance de musée;archéologue|museum curator;registrar museum;art restorer;gallery manager;gallery attendant;archaeologist|collections œuvres expositions collections exhibits
sculptor|craft|potter,stone-mason|sculpteur;artiste peintre;plasticien;graveur;doreur;mosaïste;vitrailliste|sculptor;visual artist;engraver;gilder;mosaic artist|œuvres atelier sculptures gravure artworks
craft-ceramist|craft|potter|tourneur céramique;faïencier|ceramic artist|tournage cuisson émaux glazes kiln
instrument-maker|craft|cabinetmaker,musician|luthier;facteur d'instruments;accordeur de pianos|instrument maker;luthier;piano tuner|instruments réparation accordage tuning
goldsmith|craft|jeweller,watchmaker,polisher|orfèvre;sertisseur;joaillier;polisseur bijouterie;gemmologue;horloger réparateur|goldsmith;stone setter;gemmologist;watch repairer|bijoux pierres sertissage jewels stones
toy-library|culture|librarian,activity-leader|ludothécaire;bibliothécaire jeunesse;agent de médiathèque|toy librarian;library assistant;media librarian|médiathèque prêts animations loans
[skills]
taille d'hiver;tirage des bois;taille Guyot|winter pruning;debudding;cane pulling;vine training
traitement phytosanitaire;pulvérisation;épandage;traitements de la vigne|crop spraying;pesticide spraying;sprayer operation
mise en bouteille vin;étiquetage bouteilles;filtration vin|wine filtering
récolte manuelle;cueillette de fruits;ramassage de légumes|hand harvesting;fruit picking
semis;désherbage;binage;cultures maraîchères|weeding;hoeing;market gardening
conduite de moissonneuse;semoir;labour;travaux des champs;GPS agricole|drilling seed;field work;GPS guidance
hydroponie;lutte biologique;fertirrigation|hydroponics;greenhouse growing;biological control;fertigation
élevage ovin;élevage caprin;élevage porcin;aviculture|sheep farming;goat farming;pig farming;poultry
soins aux ruches;apiculture;extraction du miel|beekeeping;honey extraction
conseil agronomique;suivi de parcelles;essais agronomiques;analyses de sol|agronomic advice;field trials;crop monitoring;soil analysis
plantation d'arbres;engazonnement;fleurissement|planting trees;turfing;planting schemes
arrosage intégré;réseau d'irrigation jardin|irrigation systems;sprinklers;automatic watering
bûcheronnage;débardage;abatteuse|chainsaw work;logging
gestion forestière;sylviculture;martelage;inventaire forestier|forest management;silviculture;tree marking
inventaires naturalistes;faune flore;étude d'impact;Natura 2000|wildlife surveys;ecological surveys;impact assessment
éducation à l'environnement;sorties nature;sensibilisation au tri|environmental education;nature walks;recycling awareness
tri des déchets;centre de tri;filières de recyclage|waste sorting;sorting plant;recycling streams
collecte des déchets;ordures ménagères|refuse collection;bin emptying;kerbside collection
déchets dangereux;BSD;registre déchets;installation classée ICPE|hazardous waste;waste transfer notes;environmental permits
analyses d'eau;qualité de l'eau;prélèvements d'eau|water analysis;water quality;water sampling
station d'épuration;boues;traitement des eaux usées|wastewater treatment;sewage works;sludge
nourrissage des animaux;nettoyage des enclos;entretien des boxes|feeding animals;cleaning enclosures;mucking out
toilettage canin;tonte chien;bain animaux|animal handling;dog grooming
assistance vétérinaire;anesthésie animale;radiographies animales|veterinary assistance;animal anaesthesia;surgical vet nursing
éducation canine;comportement animal|dog training;obedience;animal behaviour
maréchalerie;soins aux chevaux boxes;pansage|farriery;grooming horses;stable duties
nettoyage de fin de chantier;remise en état après travaux|builders' clean;post-construction cleaning
nettoyage haute pression;karcher;hydrocurage|pressure washing;jetting
nettoyage de sanitaires;désinfection sanitaires;réapprovisionnement consommables|cleaning toilets;washroom cleaning;restocking consumables
vidage des poubelles;dépoussiérage bureaux;lavage des sols|dusting;sweeping;mopping
nettoyage industriel;nettoyage d'ateliers;ultra-propreté|industrial cleaning;workshop cleaning
contrôle qualité propreté;chantiers de nettoyage;devis propreté|cleaning audits;cleaning site visits
traitement du linge;tri du linge;calandre|linen processing;sorting laundry;calender;dry cleaning
service à la française maison;gestion de maison|household management;butler service;estate care
cérémonies funéraires;accueil des familles en deuil;soins de conservation|funeral ceremonies;bereaved families;embalming
inspection filtrage;rayons X;palpation de sécurité;détecteur de métaux|x-ray baggage;body search;metal detector
levée de doute;réception d'alarmes;intervention sur alarme|alarm response;alarm monitoring;remote monitoring
interpellation;flagrant délit;lutte contre la démarque|apprehending shoplifters;loss prevention
gestion de conflits public;désamorçage;agressivité|conflict management;defusing aggression
sécurité des personnes;gestion de foule;filtrage événement|crowd safety;stewarding;queue management
rondes de sécurité;gardiennage;surveillance de site;ouverture fermeture site|site guarding;security patrols;site surveillance
gestion des clés;main courante électronique;registre visiteurs|key control;visitor log;electronic logbook
prévention des risques professionnels;analyse d'accidents;arbre des causes;causeries sécurité|occupational risk prevention;accident investigation;safety inspections
ATEX;SEVESO;risques industriels;plan d'urgence|ATEX zones;COMAH;emergency plan;industrial hazards
manutention manuelle;port de charges lourdes;gestes et postures pratique|manual handling;heavy lifting
défrisage;lissage brésilien;extensions de cheveux|perm;straightening;keratin smoothing;hair extensions
coupe homme;dégradé;coupe enfant;tondeuse|men's cut;clipper cut;children's haircut
chignons;coiffure de mariage|updos;bridal hair;wedding hairstyles
shampoing;soins capillaires;diagnostic capillaire|shampoo;hair treatments;scalp diagnosis
extensions de cils;rehaussement de cils;microblading;dermopigmentation|lash extensions;lash lift;microblading;semi-permanent make-up
épilation laser;lumière pulsée;cryolipolyse;radiofréquence esthétique|laser hair removal;IPL;cryolipolysis;body contouring
gel et résine;nail art;vernis semi-permanent|gel nails;acrylics;nail art;gel polish
gommages;hammam;soins signature;pierres chaudes|hot stones;body scrubs;hammam;signature treatments
maquillage artistique;effets spéciaux maquillage;maquillage plateau|special effects make-up;screen make-up;stage make-up
vente de soins;vente de parfums;fidélisation clientèle institut|selling treatments;perfume sales;retailing products salon
gestion de salon;planning de cabine;commandes de produits coiffure|salon management;ordering salon stock
préparation de tournage;repérages;dépouillement|shoot preparation;location scouting;script breakdown;shooting schedule
feuille de service;régie de tournage;logistique plateau;figuration|call sheets;unit logistics;set logistics
travelling;dolly;grue caméra;steadicam|dolly;camera crane;steadicam;grip work
cadrage;multicaméra;tournage reportage|camera operating;multicam;ENG shooting
mise au point;assistanat caméra|focus pulling;lens changes;camera assisting
captation live;streaming;mélangeur vidéo;régie vidéo;OBS;vMix|live capture;streaming;vision mixing;OBS;video control
sonorisation;console numérique;mixage live|live sound;front of house;digital console
micros HF;enregistrement plateau|location sound;radio mics;field recording
bruitage;postsynchronisation;mixage film|foley;film mix
régie lumière;console GrandMA;projecteurs automatiques;DMX;pupitre lumière|lighting desk;GrandMA;moving heads;DMX
ponts de lumière;accroche scénique;structures scéniques|truss rigging;chain hoists;stage structures;show rigging
montage démontage de scène;manutention scénique|load-in and load-out;stage set-up;set moving
vidéoprojection;écran LED|projection mapping;LED screens;video projection
Premiere;montage virtuel;dérushage montage|Premiere;offline editing;rough cut
compositing;Nuke;Houdini;effets visuels;rotoscopie|compositing;Nuke;Houdini;visual effects;rotoscoping
Blender;Maya;Cinema 4D;animation 3D;ZBrush|Blender;Maya;Cinema 4D;3D animation;ZBrush
storyboard;animation 2D;TVPaint;Toon Boom|storyboards;2D animation;Toon Boom
étalonnage rushes;DCP fabrication;laboratoire numérique|dailies;DCP mastering
écriture de scénario;bible de série|screenwriting;dialogue writing;series bible
direction d'acteurs;mise en scène;réalisation de films|directing actors;film directing
production audiovisuelle;budget de production;devis de tournage;CNC dossiers|film production;production budget;film funding
recherche de comédiens;distribution artistique|casting sessions;talent search
intermittents;GUSO;paie du spectacle;contrats de cession|freelance crew contracts;show contracts;union crew
programmation culturelle;diffusion de spectacles;tournées;accueil des artistes|cultural programming;tour booking;artist liaison
médiation culturelle;publics scolaires;ateliers artistiques|cultural mediation;school audiences;art workshops
billetterie spectacle;accueil du public salle|box office;ushering;ticketing venue
construction de décors;peinture décor|set construction;scenic painting
costumes;habillage;essayages costumes|costumes;dressing performers;costume fittings
présentation d'antenne;animation radio;voix off;doublage|presenting on air;radio hosting;voice-over;dubbing
secrétariat de rédaction;correction orthographique;édition d'ouvrages;mise en page|sub-editing;copy editing;book publishing;page layout
illustration;croquis;Procreate|illustration;Procreate
direction artistique;concept créatif;brief créatif|art direction;creative concept;creative brief
design d'emballage;PLV|packaging design;point-of-sale design
photographie de mariage;reportage photo;photo culinaire;portrait photo|wedding photography;event photography;food photography
catalogage de livres;prêt et retour;équipement des ouvrages;désherbage bibliothèque|cataloguing books;lending and returns;library stock
conservation préventive;récolement;régie des œuvres;montage d'exposition|preventive conservation;collection inventory;exhibition installation
fouilles archéologiques;relevés archéologiques|archaeological digs;excavation recording
sertissage de pierres;joaillerie;polissage bijoux;fonte cire perdue|stone setting;jewellery making;lost-wax casting
réparation de montres;mouvements mécaniques;changement de piles|watch repair;mechanical movements;battery change
tournage céramique;émaillage;cuisson four céramique|throwing pots;kiln firing
restauration de meubles;dorure;vernis au tampon;marqueterie|furniture restoration;gilding;French polish;marquetry
instruments de musique;solfège;composition musicale;MAO;Ableton|musical instruments;music theory;Ableton;Logic Pro
jeu d'acteur;chant lyrique;danse contemporaine;improvisation théâtrale|stage acting;vocal performance;contemporary dance;theatre improvisation
arbitrage;organisation de compétitions;vie de club|refereeing;organising competitions;club life
[licences]
licence d'entrepreneur de spectacles|show producer licence;entertainment licence
CS élagage;certificat de spécialisation taille et soins aux arbres;permis tronçonneuse|chainsaw certificate;CS30;tree surgery certificate;NPTC
permis de chasse;permis de pêche professionnel|hunting licence;gamekeeper certificate
ACACED;certificat de capacité animaux;CCAD|animal welfare certificate;kennel licence
sûreté aéroportuaire agrément;double agrément;typologie T7;certification imagerie sûreté|aviation security clearance;airside pass
SSIAP 3;chef de service sécurité incendie|fire safety manager certificate
habilitation foudre;équipier de première intervention;EPI;guide-file serre-file;EPI incendie|fire marshal;first intervention team member
CQP agent de propreté;certificat agent machiniste;CQP laveur de vitres|BICSc certificate;cleaning certificate
certificat de capacité tatouage;formation hygiène tatouage|tattoo hygiene certificate
permis bateau;permis côtier;permis hauturier;permis plaisance|boat licence;powerboat certificate;RYA
prévention spectacle;habilitation accroche levage;permis artifice C4;artificier|pyrotechnics licence;lifting operations certificate
carte de presse;carte professionnelle de journaliste|press card
[degrees]
BTSA viticulture œnologie;DNO œnologue;BPREA viticulture;BPA travaux de la vigne;CAPa vigne et vin|winemaking degree;oenology diploma;viticulture diploma
BTSA production horticole;bac pro productions horticoles;BPA horticulture;CAPa métiers de l'agriculture|horticulture certificate;RHS diploma
ingénieur agronome diplôme;BTSA ACSE;bac pro CGEA;BTSA productions animales|agronomy degree;farm management diploma;animal production diploma
bac pro forêt;BTSA gestion forestière;CAPa travaux forestiers|forestry diploma;forestry degree
BTS métiers de l'eau;BTSA gestion de l'eau;licence environnement;master environnement;BTS métiers des services à l'environnement|environmental science degree;water treatment diploma
diplôme d'État de vétérinaire;ASV titre;auxiliaire spécialisé vétérinaire|veterinary degree;veterinary nursing diploma;RVN
CAPa palefrenier soigneur;BPJEPS équitation;CAP soigneur|equine diploma;groom certificate
titre professionnel agent de propreté;CAP propreté;bac pro hygiène propreté stérilisation;BTS MSE propreté|cleaning and hygiene diploma
CAP agent de sécurité;bac pro métiers de la sécurité;BP agent technique de prévention|public services diploma;security diploma
CAP métiers de la coiffure;BTS coiffure;brevet de maîtrise coiffure;mention complémentaire coloriste|hairdressing diploma level 3;cosmetology licence
CAP esthétique cosmétique parfumerie;BP esthétique cosmétique;BTS MECP|beauty therapy level 3;CIDESCO;aesthetics diploma
Fémis;ENS Louis-Lumière;BTS audiovisuel;BTS métiers de l'audiovisuel;ESRA;CLCF;licence cinéma;master cinéma|film school diploma;film degree;broadcast diploma
DMA régie;DN MADE spectacle;diplôme régie son lumière;ENSATT;CFPTS|stage technology diploma;technical theatre degree
DNSEP;beaux-arts;DNA;DN MADE;BTS design graphique;école de graphisme;Gobelins|fine arts degree;graphic design degree;BA design
école de journalisme;ESJ;CFJ;licence information communication|journalism degree;NCTJ
conservatoire diplôme;DEM musique|conservatoire diploma;music degree;dance diploma
DUT métiers du livre;BUT information;master archives;DEUST bibliothèque|library science degree;archives degree
CAP art du bijou;BMA bijou;CAP horlogerie;BMA horlogerie|jewellery diploma;watchmaking diploma
école de stylisme;ESMOD;BTS design de mode|fashion design degree;fashion school diploma
titre thanatopracteur;diplôme conseiller funéraire|funeral services diploma
`

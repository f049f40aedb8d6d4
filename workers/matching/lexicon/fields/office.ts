/** Offices: administration, people, pay, accounts, law, banks, insurance, property, public service. */
export const officeField = `
[occupations]
payroll-manager|hr|payroll-clerk,hr-manager|responsable paie;responsable paie et administration du personnel;chef de paie;consultant paie;gestionnaire social|payroll manager;payroll supervisor;payroll consultant|bulletins charges équipe paie payslips
comp-ben|hr|payroll-manager,hr-manager|responsable rémunération et avantages sociaux;chargé de rémunération;comp and ben;contrôleur de gestion sociale|compensation and benefits manager;reward manager|rémunération grilles avantages salary grids
social-relations|hr|hr-manager,labour-lawyer|responsable relations sociales;chargé de relations sociales|employee relations manager;labour relations officer|CSE négociation syndicats unions
accountant-tax|accounting|accountant,chartered-accountant,tax-lawyer|fiscaliste;comptable fiscaliste;responsable fiscal;chargé de fiscalité|tax accountant;tax adviser;tax manager|liasses impôt déclarations tax returns
payables-accountant|accounting|accounting-clerk,accountant|comptable fournisseurs;comptable clients;comptable auxiliaire;comptable trésorerie;comptable banque|accounts payable clerk;accounts receivable clerk;purchase ledger clerk;sales ledger clerk|factures lettrage règlements invoices ledger
accounting-firm-collaborator|accounting|accountant,chartered-accountant|collaborateur comptable;chef de mission comptable;collaborateur en cabinet d'expertise comptable;réviseur comptable|practice accountant;accounts senior;client accountant|portefeuille bilans cabinet clients practice accounts
financial-controller|accounting|management-controller,chartered-accountant,accountant|responsable comptable;chef comptable;directeur administratif et financier;RAF|financial controller;chief accountant;finance manager;finance director;head of finance|clôture reporting trésorerie équipe closing cash
risk-manager|finance|financial-analyst,actuary,compliance-officer|risk manager;analyste risques;analyste crédit;chargé d'études risques|risk manager;risk analyst;credit analyst|risques crédit notation risk credit rating
compliance-officer|finance|auditor,lawyer|chargé de conformité;responsable conformité;analyste LCB-FT;déontologue;compliance officer;chargé de KYC|compliance officer;AML analyst;KYC analyst|blanchiment conformité contrôles laundering
actuary|finance|data-scientist,risk-manager|actuaire;chargé d'études actuarielles|actuary;actuarial analyst|provisions tarification mortalité reserves pricing
trader|finance|financial-analyst,wealth-manager|trader;opérateur de marchés;gérant de portefeuille;gestionnaire d'actifs;middle officer;back office titres|trader;portfolio manager;asset manager;middle office analyst|marchés titres ordres markets securities
wealth-manager|finance|bank-adviser,insurance-adviser|conseiller en gestion de patrimoine;banquier privé;gestionnaire de patrimoine|wealth manager;private banker;financial adviser|patrimoine placements succession investments
bank-manager|finance|bank-adviser|directeur d'agence bancaire;responsable d'agence bancaire;chargé d'affaires entreprises;conseiller professionnels|bank branch manager;corporate banker;relationship manager bank|agence bancaire équipe branch
loan-officer|finance|bank-adviser|gestionnaire de crédits;courtier en crédit;chargé de crédit;gestionnaire middle-office crédit|loan officer;mortgage adviser;mortgage broker|prêts immobilier dossier emprunteur mortgage
loss-adjuster|finance|claims-handler,quantity-surveyor|expert en assurances;expert sinistres;expert automobile;inspecteur sinistres|loss adjuster;claims assessor;motor engineer assessor|sinistres expertise dommages losses
tax-lawyer|law|lawyer,accountant-tax|avocat fiscaliste;juriste fiscaliste|tax lawyer|fiscalité contentieux tax
public-lawyer|law|lawyer|juriste droit public;juriste marchés publics;acheteur public;gestionnaire de marchés publics|public law adviser;public procurement officer|marchés publics collectivités tenders
ip-lawyer|law|lawyer|juriste propriété intellectuelle;ingénieur brevets;conseil en propriété industrielle;juriste données personnelles;délégué à la protection des données;DPO|intellectual property lawyer;patent attorney;data protection officer;privacy counsel|brevets marques données RGPD patents trademarks privacy
bailiff|law|paralegal,notary-clerk|huissier de justice;commissaire de justice;clerc d'huissier;clerc assermenté;commissaire-priseur|bailiff;court clerk;court officer;auctioneer|actes significations tribunal writs court
judge|law|lawyer|magistrat;juge;procureur|judge;magistrate;prosecutor|audiences décisions hearings
notary|law|notary-clerk,lawyer|notaire;notaire assistant;notaire salarié|notary|actes ventes successions deeds
real-estate-developer|realestate|property-manager,project-manager-construction|promoteur immobilier;responsable de programmes immobiliers;monteur d'opérations;développeur foncier;prospecteur foncier|property developer;real estate development manager;land buyer|programmes foncier opérations land schemes
social-landlord-officer|realestate|rental-manager,social-worker|chargé de clientèle logement social;chargé d'attribution;gestionnaire d'immeubles;agent de proximité;responsable de secteur bailleur|housing officer;lettings officer;neighbourhood officer|locataires logement social tenants housing
property-valuer|realestate|estate-agent,loss-adjuster|expert immobilier;évaluateur immobilier|property valuer;chartered surveyor valuation|évaluation valeur vénale valuation
facility-manager|realestate|office-manager,maintenance-manager|responsable services généraux;facility manager;gestionnaire multiservices;technicien services généraux;responsable moyens généraux|facilities manager;general services manager;facilities coordinator|bâtiments prestataires maintenance buildings contractors
accounting-secretary|admin|accounting-clerk,secretary|secrétaire comptable;assistant de gestion;assistant PME PMI;assistant comptable et administratif|bookkeeping secretary;business administration assistant|facturation devis relances invoices
town-hall-agent|public|admin-assistant,secretary|secrétaire de mairie;agent d'état civil;agent administratif territorial;adjoint administratif;instructeur d'urbanisme;agent de guichet;agent d'accueil en mairie|town clerk;civil registrar;council officer;local government officer;planning officer|mairie état civil usagers council residents
public-policy-officer|public|town-hall-agent,admin-assistant|attaché territorial;rédacteur territorial;chargé de mission;chargé de projet collectivité;directeur général des services;inspecteur des impôts;contrôleur des finances publiques|policy officer;local authority manager;tax inspector;civil servant|collectivité subventions élus council grants
tax-agent|public|accountant-tax,town-hall-agent|contrôleur des impôts;inspecteur des finances;agent des douanes;contrôleur du travail;inspecteur du travail|tax officer;customs officer;labour inspector|contrôle impôts enquête inspection
technical-agent|public|maintenance-technician,labourer,landscaper|agent technique territorial;agent des espaces verts;agent polyvalent communal;agent de voirie;cantonnier;agent technique polyvalent|council maintenance operative;municipal worker;caretaker council|voirie espaces verts bâtiments communaux
benefits-officer|public|social-worker,claims-handler|conseiller CAF;technicien de prestations sociales;gestionnaire de prestations;conseiller assurance maladie;gestionnaire conseil sécurité sociale;gestionnaire retraite|benefits officer;pensions administrator;social security officer|allocataires droits prestations claimants
embassy-officer|public|translator|agent consulaire;agent diplomatique;chargé de mission internationale;coordinateur humanitaire;chef de projet solidarité internationale|consular officer;diplomat;humanitarian coordinator;NGO project manager|mission terrain bailleurs field donors
association-manager|management|director,admin-assistant|directeur d'association;coordinateur associatif;délégué général;responsable de structure|charity manager;NGO manager;association coordinator|association bénévoles projets volunteers
management-consultant|management|business-analyst,project-engineer|consultant en management;consultant en organisation;consultant en stratégie;chargé d'études|management consultant;strategy consultant;business consultant|missions clients diagnostic recommandations
translator-interpreter|culture|translator,teacher-languages|interprète;interprète de conférence;localisateur;relecteur;correcteur|interpreter;conference interpreter;localiser;proofreader;copy editor|langues interprétation langues
[skills]
DSN mensuelle;déclarations URSSAF;cotisations retraite|Urssaf filings;pension contributions;RTI submissions;PAYE
attestation employeur;certificats de travail;départs salariés|final pay;termination documents;P45
gestion des arrêts maladie;IJSS;subrogation;accidents du travail;attestations de salaire|sick leave management;sick pay;statutory sick pay;work accidents
convention Syntec|collective agreements rules;multi-agreement payroll
épargne salariale;mutuelle prévoyance|employee savings;profit sharing schemes;benefits administration
notes de frais;remboursement de frais;tickets restaurant|expense claims;expense reports
contrats de travail rédaction;dossiers du personnel;registre du personnel|employment contracts drafting;personnel files;new starters
suivi des visites médicales;médecine du travail|medical check-up tracking;occupational health visits
gestion des temps;Horoquartz;badgeuse;planning absences congés|leave management;clocking system
GPEC;GEPP;cartographie des compétences;entretiens annuels|workforce planning;skills mapping;annual appraisals
marque employeur;salons de recrutement;relations écoles|employer branding;careers fairs;campus relations
présélection téléphonique;tri de CV;qualification de candidatures|phone screening;CV screening
délégation intérimaires;contrats de mission;agence d'emploi;relevés d'heures intérim|temporary staffing;assignment contracts;temp agency
intégration des nouveaux;parcours d'intégration|induction of new hires
qualité de vie au travail;QVT;risques psychosociaux;handicap en entreprise|wellbeing at work;psychosocial risks;disability inclusion
procédures disciplinaires;licenciements;ruptures conventionnelles|disciplinary procedures;dismissals;redundancies;settlement agreements
bilan social;reporting RH;indicateurs RH;index égalité|HR reporting;HR metrics;gender pay gap
mobilité internationale;expatriés;visas de travail|global mobility;expatriates;work permits
saisie comptable;imputation;écritures comptables;pièces comptables|accounting entries;posting entries;journal entries;ledger posting
relances clients;recouvrement;balance âgée|credit control;chasing payments;aged debt
facturation;émission de factures;facturation clients|invoicing;issuing invoices;billing;credit notes
TVA CA3;CFE;CVAE;taxe sur les salaires|tax filings;corporation tax;business rates
immobilisations;cut-off|fixed assets;depreciation;accruals;prepayments
révision comptable;dossiers de révision;tenue de dossiers clients;portefeuille de dossiers|accounts review;client files bookkeeping;practice portfolio
commissariat aux comptes;audit légal;contrôle des comptes|statutory audit;external audit;audit files
contrôle interne;procédures internes;matrice des risques;SOX|internal controls;SOX;risk matrix
reporting mensuel;tableaux de bord financiers|monthly reporting;variance analysis
calcul de coûts;prix de revient;comptabilité analytique|cost accounting;product costing;analytical accounting
modélisation financière;business plan;DCF|financial modelling;business plans;DCF
fusions-acquisitions;due diligence;levée de fonds|mergers and acquisitions;due diligence;fundraising rounds
analyse crédit;scoring crédit;étude de solvabilité|credit analysis;creditworthiness
comptabilité publique;M57;mandatement|public accounts;local authority accounting
comptabilité marocaine;CGNC;liasse SIMPL;Sage Maroc|Moroccan accounting rules;CGNC
Bloomberg;marchés financiers;produits dérivés|Bloomberg terminal;financial markets
back office titres;règlement-livraison;middle office|securities settlement;middle office;trade support
LCB-FT;KYC;connaissance client;lutte contre le blanchiment|anti-money laundering;KYC;customer due diligence
conseil bancaire;vente de produits bancaires;ouverture de comptes bancaires;épargne;assurance-vie|retail banking;bank products;savings and investments
crédit à la consommation;crédit professionnel;montage de financement|consumer credit;business loans;financing files
gestion de patrimoine;allocation d'actifs;défiscalisation|wealth planning;asset allocation;estate planning
souscription;tarification assurance;conditions générales;avenants contrats assurance|underwriting;insurance pricing;policy wording;endorsements
assurance automobile;assurance habitation;IARD;multirisque|motor insurance;home insurance;property and casualty
assurance santé;prévoyance collective;remboursements santé|health insurance;group protection;health claims
expertise dommages;évaluation des dommages|damage assessment;subrogation recovery;loss adjusting
droit des contrats;rédaction de contrats commerciaux;CGV;négociation contractuelle|contract law;commercial contracts;terms and conditions
assemblées générales|company law;company secretarial;board meetings
contentieux;suivi des procédures|litigation;pleadings;case preparation;court proceedings
propriété intellectuelle marques;dépôt de marques|trademarks;IP licences;brand protection
droit public;marchés publics passation;délégation de service public|public law;public procurement procedure
significations|serving documents
gestion de copropriété;assemblées générales de copropriété;appels de charges;carnet d'entretien|condominium management;service charges;owners' meetings
gestion locative baux;encaissement des loyers;régularisation des charges|lettings management;check-in inventories;lease renewals
transaction immobilière;négociation immobilière;boîtage|property sales;negotiating sales;canvassing for listings
attribution de logements;logement social;commission d'attribution|housing allocation;social housing
promotion immobilière;montage d'opérations;bilan promoteur;VEFA|property development;development appraisal;off-plan
prospection foncière;faisabilité foncière|land search;site feasibility
services généraux;contrats prestataires;gestion multi-technique;moyens généraux|facilities management;service contracts;general services
organisation de réunions;réservation de salles;logistique réunions|organising meetings;meeting logistics
rédaction de comptes rendus;prise de notes en réunion;procès-verbaux|minute taking;writing minutes;meeting reports
tenue d'agendas;agenda partagé;coordination de rendez-vous|scheduling appointments;calendar coordination
gestion du courrier;affranchissement;courrier entrant sortant|incoming and outgoing mail;franking;post room
archivage;numérisation de documents;dématérialisation|filing records;scanning documents;archiving
saisie de données;saisie informatique;mise à jour base de données|data entry;keying data;database updates
publipostage;mise en forme de documents;tableaux Word|mail merge;document formatting;typing
PowerPoint;supports de présentation|PowerPoint;slide decks
Google Workspace;Google Sheets;suite Google|Google Workspace;Google Sheets;G Suite
accueil du public;accueil usagers;information du public|public reception;front counter;helping the public
état civil;cartes d'identité;listes électorales|civil registration;electoral roll
instruction des autorisations d'urbanisme;droit des sols;cadastre|planning applications processing
subventions;dossiers de financement public;fonds européens FSE FEDER|funding applications;European funds
rédaction administrative;notes de synthèse|administrative writing;council reports;briefing notes
gestion de projet associatif;bénévoles;vie associative coordination|volunteer management;charity projects
humanitaire;logistique humanitaire;sécurité alimentaire terrain|humanitarian aid;relief logistics;field mission
conseil en organisation;audit organisationnel;diagnostic stratégique|organisational consulting;operating model;strategic diagnosis
gestion d'entreprise;pilotage d'activité;gestion administrative et financière|running a business;general management;business administration
encadrement de collaborateurs;conduite d'équipe|team management;line management;supervising staff;leading people
tableaux de bord;suivi d'indicateurs;KPI;reporting d'activité|KPI tracking;activity reports;performance indicators
traduction;sous-titres;Trados|translation;interpreting;proofreading;Trados
vocabulaire des affaires;anglais des affaires;correspondance en anglais|business English;correspondence in English
gestion des litiges;réponses aux courriers clients|handling disputes;written complaints;claims correspondence
mise à jour de procédures;rédaction de procédures;modes opératoires|writing procedures;standard operating procedures;work procedures
gestion documentaire;bases documentaires;thésaurus;catalogage|document control;cataloguing
[licences]
CFA charte;Chartered Financial Analyst|CFA;CFA charterholder;chartered financial analyst
certification AMF;habilitation AMF|AMF certification;securities certificate
habilitation IAS;IOBSP;ORIAS;carte courtier;capacité en assurance;habilitation assurance niveau 1|insurance distribution licence;CII certificate;IOBSP;insurance broker licence
CMA;CIMA;certification contrôle de gestion|CIMA;CMA;management accounting certificate
CIA auditeur;CISA audit;certification auditeur interne|certified internal auditor;CIA certificate
carte G;carte S syndic;carte gestion immobilière|property management licence;ARLA;RICS membership
certification DPO;délégué protection données certifié|certified data protection officer
barreau;serment d'avocat;inscription au barreau|bar admission;solicitor of England and Wales;called to the bar
certification Voltaire;certificat Voltaire|writing skills certificate
MOS;Microsoft Office Specialist;TOSA Excel|Microsoft Office Specialist;MOS
assermentation;traducteur assermenté;expert près la cour|sworn translator;court-appointed expert
concours de la fonction publique;concours rédacteur;concours attaché|civil service exam;competitive public exam
[degrees]
licence professionnelle métiers de la gestion des ressources humaines;titre assistant RH;BUT GEA RH|HR diploma;certificate in personnel practice
DEC expertise comptable;diplôme d'expertise comptable;master CCA|chartered accountant qualification;ACA
master finance;master banque;licence banque;BTS banque;master contrôle de gestion;master audit|finance degree;banking degree;MSc finance;bachelor of finance
BTS assurance;licence assurance;master assurance;master actuariat|insurance diploma;actuarial degree
BTS SAM;BTS support à l'action managériale;BTS assistant de manager;BTS gestion de la PME;bac pro AGOrA;titre secrétaire assistant|business administration diploma;secretarial diploma;NVQ business administration
master droit des affaires;DJCE;master fiscalité|master's in business law;LLM corporate law;tax law master's
licence administration publique;IEP;Sciences Po;master administration publique;IRA|public administration degree;political science degree
master achats;MAI achats;DESMA|procurement degree;MCIPS;CIPS diploma
master traduction;ESIT;licence langues étrangères appliquées;LEA|translation degree;languages degree
MBA;executive MBA;EMBA|MBA;executive MBA
master management;programme grande école;PGE|master's in management;MSc management
licence urbanisme;master urbanisme;master aménagement|urban planning degree
bac +2 OFPPT;technicien spécialisé OFPPT;TS OFPPT;ISTA;technicien spécialisé|specialised technician diploma OFPPT;ISTA diploma;two-year technical diploma Morocco
ENCG;ISCAE;diplôme ENCG|Moroccan business school degree
EHTP;EMI;ENSA;ENSAM Maroc;ingénieur d'État|state engineer degree Morocco
DEUG Maroc;licence fondamentale;licence professionnelle Maroc|fundamental bachelor's Morocco
`

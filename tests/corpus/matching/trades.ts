/** A text in both languages: French, then English. */
export type Both = readonly [string, string]

/** One demand of an advert with the ways CVs speak of it. */
export interface Demand {
  id: string
  kind: 'skill' | 'licence' | 'degree' | 'language'
  must: boolean
  /** As the advert asks it. */
  asked: Both
  /** As it stands in a list of skills. */
  listed: Both
  /** A line that proves it in words like the advert's: of a job, or of the certificates or education. */
  shown: Both
  /** A line that proves it in other words. */
  reworded: Both
  /** A line that denies it outright. */
  denied: Both
  /** A line that claims a lesser form: in progress, notions, a lower level. */
  lesser: Both
}

/** A post beside the trade or far from it. */
export interface OtherPost {
  title: Both
  lines: readonly Both[]
}

/** A trade of the bench. All persons and firms made from it are invented. */
export interface Trade {
  id: string
  title: Both
  /** The same trade under another name. */
  alsoCalled: Both
  years: number
  missions: readonly Both[]
  demands: readonly Demand[]
  /** What everybody of the trade writes besides. */
  daily: readonly Both[]
  adjacent: OtherPost
  adjacentFar: OtherPost
  /** Uses a word of the trade for something else. */
  homonym: OtherPost
  /** Works beside people of the trade. */
  proximity: OtherPost
  schooling: Both
}

export const trades: readonly Trade[] = [
  {
    id: 'electrician',
    title: ['Électricien du bâtiment', 'Building electrician'],
    alsoCalled: ['Monteur en installations courant fort et courant faible', 'Wireman on housing and office projects'],
    years: 3,
    missions: [
      ['Équiper des logements neufs et rénovés', 'Fit out new and renovated homes'],
      ['Dépanner chez les clients', 'Call-outs at customers’ homes'],
    ],
    demands: [
      {
        id: 'hab',
        kind: 'licence',
        must: true,
        asked: ['Habilitation électrique B2V et BR à jour', 'Valid electrical authorisation (B2V, BR)'],
        listed: ['habilitations B2V BR', 'B2V BR authorisation'],
        shown: ['Habilitations électriques B1V, B2V, BR, recyclées en 2024', 'Electrical authorisation B2V and BR, renewed in 2024'],
        reworded: ['Titre d’habilitation selon NF C 18-510, travaux et interventions basse tension', 'Cleared for low-voltage work and repairs under NF C 18-510'],
        denied: ['Ne possède pas d’habilitation électrique', 'No electrical authorisation held'],
        lesser: ['Habilitation électrique BR en cours de passage', 'Electrical authorisation BR: training booked for September'],
      },
      {
        id: 'panel',
        kind: 'skill',
        must: true,
        asked: ['Câblage de tableaux électriques', 'Wiring of distribution boards'],
        listed: ['câblage de tableaux', 'distribution boards'],
        shown: ['Câblage et repérage des tableaux électriques de 40 logements', 'Wired and labelled the distribution boards of 40 flats'],
        reworded: ['Montage et raccordement de coffrets divisionnaires et d’armoires TGBT', 'Assembled and connected consumer units and main switchgear cabinets'],
        denied: ['N’a jamais câblé de tableau électrique', 'Has never wired a distribution board'],
        lesser: ['Câblage de tableaux : notions vues en formation', 'Distribution boards: basic notions from school'],
      },
      {
        id: 'plan',
        kind: 'skill',
        must: true,
        asked: ['Lecture de schémas et de plans', 'Reading of wiring diagrams and drawings'],
        listed: ['lecture de schémas', 'wiring diagrams'],
        shown: ['Lecture des schémas unifilaires et des plans d’architecte', 'Read single-line wiring diagrams and architect drawings'],
        reworded: ['Implantation des appareillages d’après le dossier d’exécution', 'Set out sockets and fittings from the execution file'],
        denied: ['Ne lit pas les schémas', 'Does not read diagrams'],
        lesser: ['Schémas électriques : débutant', 'Wiring diagrams: beginner'],
      },
      {
        id: 'home',
        kind: 'skill',
        must: false,
        asked: ['Domotique KNX', 'KNX home automation'],
        listed: ['domotique KNX', 'KNX'],
        shown: ['Programmation KNX de six maisons', 'Programmed KNX in six houses'],
        reworded: ['Paramétrage de maisons connectées : volets, éclairage, chauffage pilotés à distance', 'Set up smart homes: blinds, lights and heating run from a phone'],
        denied: ['Sans pratique de la domotique', 'No home automation so far'],
        lesser: ['Domotique : initiation', 'Home automation: introduction course'],
      },
      {
        id: 'driving',
        kind: 'licence',
        must: false,
        asked: ['Permis B', 'Driving licence (category B)'],
        listed: ['permis B', 'driving licence'],
        shown: ['Permis B', 'Full UK and EU driving licence'],
        reworded: ['Titulaire du permis de conduire, véhicule personnel', 'Holds a car licence and owns a vehicle; driving licence cat. B'],
        denied: ['Sans permis de conduire', 'No driving licence'],
        lesser: ['Permis B en cours (code obtenu)', 'Driving licence in progress'],
      },
    ],
    daily: [
      ['Pose de goulottes, chemins de câbles et appareillages', 'Ran trunking, cable trays and sockets'],
      ['Tirage de câbles et mise à la terre', 'Pulled cables and checked earthing'],
      ['Essais, mise en service et levée des réserves', 'Testing, commissioning and snagging'],
    ],
    adjacent: {
      title: ['Technicien fibre optique', 'Fibre installer'],
      lines: [
        ['Raccordement d’abonnés au réseau', 'Connected subscribers to the network'],
        ['Soudure de brins et mesure au réflectomètre', 'Spliced strands and tested with an OTDR'],
        ['Pose de prises chez le particulier', 'Fitted wall outlets in homes'],
      ],
    },
    adjacentFar: {
      title: ['Peintre en bâtiment', 'Painter and decorator'],
      lines: [
        ['Préparation des fonds et enduits', 'Prepared and filled walls'],
        ['Peinture de cages d’escalier', 'Painted stairwells'],
        ['Pose de toile de verre', 'Hung lining paper'],
      ],
    },
    homonym: {
      title: ['Animateur de soirées électro', 'Electro night host'],
      lines: [
        ['Programmation de DJ et lumières de scène', 'Booked DJs and stage lights'],
        ['Tableau de service des bénévoles', 'Kept the volunteers’ notice board'],
        ['Promotion des soirées', 'Promoted the nights'],
      ],
    },
    proximity: {
      title: ['Vendeur comptoir en matériel électrique', 'Electrical wholesale counter assistant'],
      lines: [
        ['Vente de tableaux et d’appareillage aux électriciens', 'Sold boards and sockets to electricians'],
        ['Préparation des enlèvements', 'Prepared pick-ups'],
        ['Suivi des comptes des artisans', 'Kept trade accounts'],
      ],
    },
    schooling: ['Bac professionnel MELEC', 'Vocational diploma in electrical installation'],
  },
  {
    id: 'data-engineer',
    title: ['Ingénieur data', 'Data Engineer'],
    alsoCalled: ['Développeur de chaînes de traitement de données', 'Builder of analytics platforms and pipelines'],
    years: 3,
    missions: [
      ['Fiabiliser l’entrepôt de données', 'Make the warehouse reliable'],
      ['Servir les analystes', 'Serve the analysts'],
    ],
    demands: [
      {
        id: 'python',
        kind: 'skill',
        must: true,
        asked: ['Python avancé', 'Strong Python'],
        listed: ['Python', 'Python'],
        shown: ['Développement en Python de connecteurs et de tests', 'Wrote connectors and tests in Python'],
        reworded: ['Scripts pandas et PySpark industrialisés, packagés et testés avec pytest', 'Shipped pandas and PySpark jobs, packaged and tested with pytest'],
        denied: ['N’a jamais programmé en Python', 'Has never coded in Python'],
        lesser: ['Python : notions', 'Python: basics only'],
      },
      {
        id: 'etl',
        kind: 'skill',
        must: true,
        asked: ['Conception de pipelines ETL (Airflow)', 'Design of ETL pipelines (Airflow)'],
        listed: ['Airflow, ETL', 'Airflow, ETL'],
        shown: ['Conception de 60 pipelines ETL ordonnancés par Airflow', 'Designed 60 ETL pipelines scheduled in Airflow'],
        reworded: ['Flux d’ingestion quotidiens orchestrés par des DAG et surveillés', 'Nightly ingestion flows orchestrated as DAGs and monitored'],
        denied: ['Pas d’expérience en ETL', 'No ETL experience'],
        lesser: ['Airflow : initiation en ligne', 'Airflow: introduction course'],
      },
      {
        id: 'cloud',
        kind: 'skill',
        must: true,
        asked: ['Cloud AWS ou GCP', 'AWS or GCP cloud'],
        listed: ['AWS', 'AWS'],
        shown: ['Déploiement sur AWS (S3, Redshift, Lambda)', 'Deployed on AWS (S3, Redshift, Lambda)'],
        reworded: ['Entrepôt BigQuery et fonctions serverless en production', 'BigQuery warehouse and serverless functions in production'],
        denied: ['Aucune pratique du cloud', 'No cloud practice'],
        lesser: ['Cloud : débutant', 'Cloud: beginner'],
      },
      {
        id: 'dbt',
        kind: 'skill',
        must: false,
        asked: ['Modélisation dbt', 'dbt modelling'],
        listed: ['dbt', 'dbt'],
        shown: ['Modélisation en étoile sous dbt', 'Star schemas modelled in dbt'],
        reworded: ['Transformations SQL versionnées, tests de qualité, tables de faits et dimensions', 'Versioned SQL transformations, data tests, facts and dimensions'],
        denied: ['Sans dbt', 'Without dbt'],
        lesser: ['dbt : découverte', 'dbt: first steps'],
      },
      {
        id: 'lang',
        kind: 'language',
        must: true,
        asked: ['Anglais courant (B2 minimum)', 'Fluent English (B2 or above)'],
        listed: ['anglais', 'English'],
        shown: ['Anglais : C1', 'English: C1'],
        reworded: ['Anglais : courant', 'English: fluent'],
        denied: ['Anglais : aucune notion', 'English: none'],
        lesser: ['Anglais : B1', 'English: B1'],
      },
    ],
    daily: [
      ['Revue de code et intégration continue', 'Code review and continuous integration'],
      ['Optimisation de requêtes SQL', 'Tuned SQL queries'],
      ['Documentation du catalogue de données', 'Documented the data catalogue'],
    ],
    adjacent: {
      title: ['Analyste décisionnel', 'BI analyst'],
      lines: [
        ['Tableaux de bord Power BI', 'Power BI dashboards'],
        ['Recueil du besoin des métiers', 'Gathered needs from business teams'],
        ['Requêtes SQL pour les études', 'SQL queries for studies'],
      ],
    },
    adjacentFar: {
      title: ['Technicien support informatique', 'IT support technician'],
      lines: [
        ['Assistance aux utilisateurs', 'Helped users'],
        ['Préparation de postes de travail', 'Prepared workstations'],
        ['Gestion des tickets', 'Handled tickets'],
      ],
    },
    homonym: {
      title: ['Soigneur animalier en terrarium', 'Reptile keeper'],
      lines: [
        ['Soin des pythons et des boas', 'Cared for pythons and boas'],
        ['Animation pour les visiteurs', 'Gave talks to visitors'],
        ['Entretien des canalisations du vivarium', 'Kept the vivarium pipelines clean'],
      ],
    },
    proximity: {
      title: ['Chargé de recrutement informatique', 'IT recruiter'],
      lines: [
        ['Recrutement d’ingénieurs data et cloud', 'Recruited data and cloud engineers'],
        ['Rédaction d’annonces Python et AWS', 'Wrote adverts for Python and AWS people'],
        ['Organisation d’entretiens', 'Set up interviews'],
      ],
    },
    schooling: ['Master informatique', 'Master’s degree in computer science'],
  },
  {
    id: 'payroll',
    title: ['Gestionnaire de paie', 'Payroll Officer'],
    alsoCalled: ['Technicien rémunération et administration du personnel', 'Wages and compensation administrator'],
    years: 2,
    missions: [
      ['Établir 350 bulletins par mois', 'Produce 350 payslips a month'],
      ['Répondre aux salariés', 'Answer staff queries'],
    ],
    demands: [
      {
        id: 'slips',
        kind: 'skill',
        must: true,
        asked: ['Établissement de bulletins de paie', 'Payslip production'],
        listed: ['bulletins de paie', 'payslips'],
        shown: ['Établissement de 300 bulletins de paie multi-conventions', 'Produced 300 payslips a month under several agreements'],
        reworded: ['Calcul des salaires, saisie des variables et contrôle des fiches avant virement', 'Worked out wages, entered variables and checked statements before transfer'],
        denied: ['N’a jamais établi de bulletins de paie', 'Has never produced payslips'],
        lesser: ['Bulletins de paie : notions', 'Payslips: some knowledge only'],
      },
      {
        id: 'dsn',
        kind: 'skill',
        must: true,
        asked: ['Déclarations sociales (DSN)', 'Social security filings (DSN)'],
        listed: ['DSN', 'DSN'],
        shown: ['Envoi des DSN mensuelles et événementielles', 'Filed monthly and event DSN returns'],
        reworded: ['Télétransmission des charges à l’Urssaf et aux caisses de retraite', 'Sent contributions electronically to Urssaf and pension funds'],
        denied: ['Pas de pratique des déclarations sociales', 'No practice of social filings'],
        lesser: ['DSN : observation en stage', 'DSN: shadowed a colleague'],
      },
      {
        id: 'degree',
        kind: 'degree',
        must: true,
        asked: ['Diplôme en paie, RH ou comptabilité (bac +2 minimum)', 'Degree in payroll, HR or accounting (two years after A levels or more)'],
        listed: ['BTS', 'higher diploma'],
        shown: ['BTS Comptabilité et gestion, 2014', 'Higher diploma in accounting, 2014'],
        reworded: ['Licence professionnelle gestion de la paie et du social, 2015', 'Bachelor’s degree in human resources, 2015'],
        denied: ['Sans diplôme de l’enseignement supérieur', 'No higher education degree'],
        lesser: ['Titre professionnel gestionnaire de paie, en cours', 'Payroll diploma, in progress'],
      },
      {
        id: 'silae',
        kind: 'skill',
        must: false,
        asked: ['Maîtrise de Silae', 'Command of Silae'],
        listed: ['Silae', 'Silae'],
        shown: ['Paramétrage des dossiers sous Silae', 'Set up client files in Silae'],
        reworded: ['Paie externalisée sur le logiciel Silae, rubriques et profils', 'Ran outsourced pay in the Silae package, items and profiles'],
        denied: ['Silae non pratiqué', 'Silae never used'],
        lesser: ['Silae : notions', 'Silae: basics'],
      },
      {
        id: 'stc',
        kind: 'skill',
        must: false,
        asked: ['Soldes de tout compte et maladie', 'Leavers and sick pay'],
        listed: ['soldes de tout compte', 'final settlements'],
        shown: ['Soldes de tout compte, attestations et suivi des arrêts maladie', 'Final settlements, certificates and sick leave'],
        reworded: ['Gestion des départs, IJSS et subrogation', 'Handled leavers’ paperwork and statutory sickness benefits'],
        denied: ['Jamais de soldes de tout compte', 'Never did final settlements'],
        lesser: ['Arrêts maladie : notions', 'Sick pay: notions'],
      },
    ],
    daily: [
      ['Veille sociale et conventionnelle', 'Kept up with labour rules'],
      ['Réponse aux questions des salariés', 'Answered staff questions'],
      ['Suivi des temps et des absences', 'Kept time and absence records'],
    ],
    adjacent: {
      title: ['Assistant ressources humaines', 'HR assistant'],
      lines: [
        ['Rédaction de contrats et dossiers du personnel', 'Drafted contracts and kept staff files'],
        ['Suivi des visites médicales', 'Booked medical check-ups'],
        ['Organisation des formations', 'Organised training'],
      ],
    },
    adjacentFar: {
      title: ['Standardiste', 'Switchboard operator'],
      lines: [
        ['Transfert des appels', 'Put calls through'],
        ['Gestion du courrier', 'Handled mail'],
        ['Réservation des salles', 'Booked meeting rooms'],
      ],
    },
    homonym: {
      title: ['Caissier', 'Cashier'],
      lines: [
        ['Encaissement, paiements par carte et rendu de monnaie', 'Took payments and gave change'],
        ['Bulletins d’adhésion à la carte de fidélité', 'Filled in loyalty card slips'],
        ['Mise en rayon', 'Filled shelves'],
      ],
    },
    proximity: {
      title: ['Commercial en logiciels de paie', 'Payroll software sales representative'],
      lines: [
        ['Vente de Silae aux cabinets', 'Sold Silae to firms'],
        ['Démonstrations aux gestionnaires de paie', 'Gave demos to payroll officers'],
        ['Salons professionnels', 'Attended trade fairs'],
      ],
    },
    schooling: ['Baccalauréat STMG', 'Secondary diploma in management'],
  },
  {
    id: 'hgv-driver',
    title: ['Conducteur routier SPL', 'HGV Class 1 driver'],
    alsoCalled: ['Chauffeur grands trajets en ensemble articulé', 'Articulated lorry trunker'],
    years: 2,
    missions: [
      ['Livrer des plateformes', 'Deliver to depots'],
      ['Respecter les temps de conduite', 'Respect driving hours'],
    ],
    demands: [
      {
        id: 'ce',
        kind: 'licence',
        must: true,
        asked: ['Permis CE', 'HGV licence (category CE)'],
        listed: ['permis CE', 'CE licence'],
        shown: ['Permis B, C et CE', 'Driving licence categories B, C and CE'],
        reworded: ['Permis super lourd obtenu en 2012', 'HGV class 1 licence since 2012'],
        denied: ['Non titulaire du permis CE', 'Does not hold a driving licence CE'],
        lesser: ['Permis CE en cours, permis C obtenu', 'Driving licence CE in progress'],
      },
      {
        id: 'fimo',
        kind: 'licence',
        must: true,
        asked: ['FIMO ou FCO à jour', 'Valid Driver CPC (FIMO/FCO)'],
        listed: ['FCO', 'driver CPC'],
        shown: ['FIMO 2012, FCO 2023', 'Driver CPC, renewed 2023'],
        reworded: ['Qualification initiale minimale obligatoire, dernière formation continue obligatoire en 2024', 'Certificate of professional competence with 35 hours of periodic training, 2024'],
        denied: ['Pas de FIMO', 'No driver CPC'],
        lesser: ['FIMO prévue en octobre', 'Driver CPC planned in October'],
      },
      {
        id: 'adr',
        kind: 'licence',
        must: false,
        asked: ['ADR de base', 'ADR certificate'],
        listed: ['ADR', 'ADR'],
        shown: ['Certificat ADR de base', 'ADR basic certificate'],
        reworded: ['Habilité au transport de matières dangereuses', 'Trained to carry dangerous goods'],
        denied: ['Sans ADR', 'Without ADR'],
        lesser: ['ADR en préparation', 'ADR in preparation'],
      },
      {
        id: 'strap',
        kind: 'skill',
        must: true,
        asked: ['Arrimage et bâchage du chargement', 'Load securing and sheeting'],
        listed: ['arrimage, bâchage', 'load securing'],
        shown: ['Arrimage et bâchage de charges longues', 'Secured and sheeted long loads'],
        reworded: ['Sanglage des palettes et contrôle de la répartition du poids avant départ', 'Strapped pallets and checked weight spread before leaving'],
        denied: ['Jamais d’arrimage', 'Never secured loads'],
        lesser: ['Arrimage : notions', 'Load securing: basic notions'],
      },
      {
        id: 'frigo',
        kind: 'skill',
        must: false,
        asked: ['Transport frigorifique', 'Refrigerated transport'],
        listed: ['frigo', 'fridge work'],
        shown: ['Transport frigorifique de produits frais', 'Refrigerated transport of fresh goods'],
        reworded: ['Acheminement sous température dirigée avec relevés', 'Temperature-controlled haulage with logs'],
        denied: ['Pas de frigo', 'No refrigerated transport'],
        lesser: ['Température dirigée : découverte', 'Fridge work: beginner'],
      },
    ],
    daily: [
      ['Nuits en cabine du lundi au vendredi', 'Nights out Monday to Friday'],
      ['Lettres de voiture et chronotachygraphe', 'Consignment notes and tachograph'],
      ['Contrôles avant départ', 'Walk-round checks'],
    ],
    adjacent: {
      title: ['Chauffeur-livreur', 'Delivery driver'],
      lines: [
        ['Tournée de 60 colis en fourgon', 'Van round of 60 parcels'],
        ['Remise contre signature', 'Delivered against signature'],
        ['Encaissement', 'Took payments'],
      ],
    },
    adjacentFar: {
      title: ['Préparateur de commandes', 'Order picker'],
      lines: [
        ['Préparation à la commande vocale', 'Voice picking'],
        ['Filmage et étiquetage', 'Wrapped and labelled'],
        ['Inventaires', 'Stock counts'],
      ],
    },
    homonym: {
      title: ['Conducteur de ligne de production', 'Production line driver'],
      lines: [
        ['Conduite d’une ligne d’embouteillage', 'Drove a bottling line'],
        ['Changements de formats', 'Format changes'],
        ['Relevés qualité', 'Quality logs'],
      ],
    },
    proximity: {
      title: ['Assistant d’exploitation transport', 'Transport office clerk'],
      lines: [
        ['Plannings des conducteurs et des remorques', 'Rotas of drivers and trailers'],
        ['Classement des lettres de voiture', 'Filed consignment notes'],
        ['Suivi des permis et FCO des chauffeurs', 'Tracked drivers’ licences and CPC dates'],
      ],
    },
    schooling: ['CAP conducteur routier', 'Vocational certificate in road haulage'],
  },
  {
    id: 'receptionist',
    title: ['Réceptionniste en hôtellerie', 'Hotel receptionist'],
    alsoCalled: ['Agent de front office en établissement quatre étoiles', 'Front desk agent in a four-star house'],
    years: 1,
    missions: [
      ['Accueillir une clientèle internationale', 'Welcome guests from abroad'],
      ['Tenir la caisse', 'Keep the till'],
    ],
    demands: [
      {
        id: 'checkin',
        kind: 'skill',
        must: true,
        asked: ['Enregistrement des arrivées et des départs', 'Check-in and check-out of guests'],
        listed: ['check-in, check-out', 'check-in, check-out'],
        shown: ['Enregistrement des arrivées et départs, remise des clés', 'Check-in and check-out of up to 90 guests a day'],
        reworded: ['Installation des voyageurs, facturation du séjour et restitution des cartes de chambre', 'Settled travellers in, billed stays and took back room cards'],
        denied: ['Jamais d’enregistrement de clients', 'Never handled check-in'],
        lesser: ['Arrivées et départs : notions', 'Check-in: basics only'],
      },
      {
        id: 'pms',
        kind: 'skill',
        must: true,
        asked: ['Logiciel de réservation Opera', 'Opera booking software'],
        listed: ['Opera PMS', 'Opera PMS'],
        shown: ['Réservations et planning des chambres sur Opera', 'Bookings and room planning in Opera'],
        reworded: ['Saisie des séjours individuels et groupes dans Opera PMS', 'Entered individual and group stays in Opera PMS'],
        denied: ['Opera jamais utilisé', 'Opera never used'],
        lesser: ['Opera : initiation', 'Opera: introduction'],
      },
      {
        id: 'lang',
        kind: 'language',
        must: true,
        asked: ['Anglais courant', 'Fluent English'],
        listed: ['anglais', 'English'],
        shown: ['Anglais : C1', 'English: C1'],
        reworded: ['Anglais : courant', 'English: fluent'],
        denied: ['Anglais : aucune notion', 'English: none'],
        lesser: ['Anglais : B1', 'English: B1'],
      },
      {
        id: 'upsell',
        kind: 'skill',
        must: false,
        asked: ['Vente additionnelle', 'Upselling'],
        listed: ['vente additionnelle', 'upselling'],
        shown: ['Vente additionnelle de surclassements et de petits-déjeuners', 'Upselling of upgrades and breakfasts'],
        reworded: ['Propositions de chambres supérieures et de soins spa à l’arrivée', 'Offered better rooms and spa care on arrival'],
        denied: ['Pas de vente', 'No selling'],
        lesser: ['Vente additionnelle : débutant', 'Upselling: beginner'],
      },
      {
        id: 'es',
        kind: 'language',
        must: false,
        asked: ['Espagnol apprécié', 'Spanish welcome'],
        listed: ['espagnol', 'Spanish'],
        shown: ['Espagnol : B2', 'Spanish: B2'],
        reworded: ['Espagnol : courant', 'Spanish: fluent'],
        denied: ['Espagnol : aucune notion', 'Spanish: none'],
        lesser: ['Espagnol : scolaire', 'Spanish: basic'],
      },
    ],
    daily: [
      ['Réponse au téléphone et aux courriels', 'Answered phone and e-mail'],
      ['Clôture de caisse du soir', 'Evening till close'],
      ['Traitement des réclamations', 'Handled complaints'],
    ],
    adjacent: {
      title: ['Hôte d’accueil en entreprise', 'Corporate front-of-house host'],
      lines: [
        ['Accueil des visiteurs et badges', 'Welcomed visitors and issued badges'],
        ['Standard téléphonique', 'Ran the switchboard'],
        ['Réservation de taxis', 'Booked taxis'],
      ],
    },
    adjacentFar: {
      title: ['Employé d’étage', 'Room attendant'],
      lines: [
        ['Remise en état de 15 chambres par jour', 'Cleaned 15 rooms a day'],
        ['Gestion du linge', 'Handled linen'],
        ['Signalement des pannes', 'Reported faults'],
      ],
    },
    homonym: {
      title: ['Réceptionnaire de marchandises', 'Goods-in receptionist'],
      lines: [
        ['Réception et contrôle des palettes', 'Received and checked pallets'],
        ['Enregistrement des arrivées de camions', 'Logged lorry arrivals and departures'],
        ['Litiges transporteurs', 'Carrier claims'],
      ],
    },
    proximity: {
      title: ['Commercial en logiciels hôteliers', 'Hotel software salesperson'],
      lines: [
        ['Vente d’Opera aux hôtels', 'Sold Opera to hotels'],
        ['Formation des réceptionnistes au nouvel écran', 'Showed the new screen to receptionists'],
        ['Suivi du portefeuille', 'Followed accounts'],
      ],
    },
    schooling: ['BTS Management en hôtellerie restauration', 'Higher diploma in hospitality'],
  },
  {
    id: 'guard',
    title: ['Agent de sécurité', 'Security officer'],
    alsoCalled: ['Surveillant de site et rondier', 'Static guard and patrol attendant'],
    years: 2,
    missions: [
      ['Assurer les rondes de nuit', 'Do night rounds'],
      ['Contrôler les accès', 'Control access'],
    ],
    demands: [
      {
        id: 'card',
        kind: 'licence',
        must: true,
        asked: ['Carte professionnelle CNAPS', 'Security licence (CNAPS card)'],
        listed: ['carte CNAPS', 'CNAPS card'],
        shown: ['Carte professionnelle CNAPS valable jusqu’en 2029', 'CNAPS security licence valid until 2029'],
        reworded: ['Titulaire du CQP APS et de l’agrément du Conseil national des activités privées de sécurité', 'Holds the state permit for private security work and the APS certificate'],
        denied: ['Sans carte professionnelle', 'No security licence'],
        lesser: ['Carte professionnelle en attente de délivrance', 'Security licence: application in progress'],
      },
      {
        id: 'ssiap',
        kind: 'licence',
        must: true,
        asked: ['SSIAP 1', 'SSIAP 1 fire safety certificate'],
        listed: ['SSIAP 1', 'SSIAP 1'],
        shown: ['SSIAP 1, recyclage 2024', 'SSIAP 1, renewed 2024'],
        reworded: ['Diplôme d’agent de service de sécurité incendie et d’assistance à personnes', 'Fire safety and personal assistance officer diploma'],
        denied: ['Non titulaire du SSIAP', 'Does not hold the SSIAP'],
        lesser: ['SSIAP 1 : formation en cours', 'SSIAP 1: course in progress'],
      },
      {
        id: 'cctv',
        kind: 'skill',
        must: true,
        asked: ['Vidéosurveillance', 'CCTV monitoring'],
        listed: ['vidéosurveillance', 'CCTV'],
        shown: ['Vidéosurveillance de 64 caméras', 'CCTV monitoring of 64 cameras'],
        reworded: ['Surveillance des écrans au poste central et levée de doute', 'Watched screens in the control room and checked alarms'],
        denied: ['Jamais de vidéosurveillance', 'No CCTV work'],
        lesser: ['Vidéosurveillance : notions', 'CCTV: basic notions'],
      },
      {
        id: 'report',
        kind: 'skill',
        must: false,
        asked: ['Rédaction de mains courantes', 'Incident report writing'],
        listed: ['main courante', 'incident reports'],
        shown: ['Rédaction de la main courante et des rapports d’incident', 'Wrote the daily log and incident reports'],
        reworded: ['Comptes rendus écrits au client après chaque événement', 'Written accounts to the client after each event'],
        denied: ['Pas de rédaction de rapports', 'No report writing'],
        lesser: ['Mains courantes : notions', 'Incident reports: beginner'],
      },
      {
        id: 'sst',
        kind: 'licence',
        must: false,
        asked: ['SST à jour', 'First aid at work certificate'],
        listed: ['SST', 'first aid'],
        shown: ['SST, recyclage 2025', 'First aid at work, renewed 2025'],
        reworded: ['Sauveteur secouriste du travail', 'Trained workplace first aider'],
        denied: ['Sans formation aux premiers secours', 'No first aid training'],
        lesser: ['SST prévu en juin', 'First aid course booked for June'],
      },
    ],
    daily: [
      ['Rondes et contrôle des issues', 'Patrolled and checked exits'],
      ['Filtrage des visiteurs et remise de badges', 'Screened visitors and issued passes'],
      ['Gestion des conflits à l’entrée', 'Calmed conflicts at the door'],
    ],
    adjacent: {
      title: ['Gardien d’immeuble', 'Building caretaker'],
      lines: [
        ['Surveillance des parties communes', 'Looked after shared areas'],
        ['Distribution du courrier', 'Handed out mail'],
        ['Petits travaux', 'Small repairs'],
      ],
    },
    adjacentFar: {
      title: ['Agent d’entretien', 'Cleaner'],
      lines: [
        ['Nettoyage de bureaux', 'Cleaned offices'],
        ['Sortie des poubelles', 'Took out bins'],
        ['Lavage des vitres', 'Washed windows'],
      ],
    },
    homonym: {
      title: ['Animateur sécurité routière', 'Road safety instructor'],
      lines: [
        ['Sensibilisation des collégiens à la sécurité', 'Taught pupils about safety'],
        ['Agent de liaison avec les écoles', 'Liaison officer with schools'],
        ['Ateliers vélo', 'Bike workshops'],
      ],
    },
    proximity: {
      title: ['Planificateur en société de sécurité', 'Scheduler in a security firm'],
      lines: [
        ['Plannings des agents de sécurité et remplacements', 'Rotas of security officers and cover'],
        ['Suivi des cartes professionnelles des agents', 'Tracked officers’ licence dates'],
        ['Facturation des vacations', 'Invoiced shifts'],
      ],
    },
    schooling: ['CAP agent de sécurité', 'Vocational certificate'],
  },
  {
    id: 'dispenser',
    title: ['Préparateur en pharmacie', 'Pharmacy technician'],
    alsoCalled: ['Collaborateur d’officine au comptoir et au préparatoire', 'Dispensary counter and compounding assistant'],
    years: 2,
    missions: [
      ['Délivrer au comptoir', 'Dispense at the counter'],
      ['Suivre les commandes', 'Follow orders'],
    ],
    demands: [
      {
        id: 'bp',
        kind: 'degree',
        must: true,
        asked: ['BP ou DEUST de préparateur en pharmacie', 'Pharmacy technician diploma (BP or DEUST)'],
        listed: ['BP préparateur', 'BP diploma'],
        shown: ['BP préparateur en pharmacie, 2013', 'Pharmacy technician diploma (BP), 2013'],
        reworded: ['Brevet professionnel obtenu au CFA de la pharmacie, préparateur, 2014', 'Two-year state qualification to dispense in a pharmacy, 2014'],
        denied: ['Non diplômé en pharmacie', 'No pharmacy diploma'],
        lesser: ['DEUST préparateur en pharmacie, deuxième année en cours', 'Pharmacy technician diploma, second year in progress'],
      },
      {
        id: 'deliver',
        kind: 'skill',
        must: true,
        asked: ['Délivrance des ordonnances', 'Dispensing of prescriptions'],
        listed: ['délivrance d’ordonnances', 'dispensing'],
        shown: ['Délivrance d’ordonnances et vérification des interactions', 'Dispensed prescriptions and checked interactions'],
        reworded: ['Analyse des prescriptions et remise des traitements avec conseils de prise', 'Went through doctors’ scripts and handed over medicines with advice'],
        denied: ['N’a jamais délivré d’ordonnances', 'Has never dispensed prescriptions'],
        lesser: ['Ordonnances : notions', 'Prescriptions: basics'],
      },
      {
        id: 'tp',
        kind: 'skill',
        must: true,
        asked: ['Gestion du tiers payant', 'Third-party billing'],
        listed: ['tiers payant', 'third-party billing'],
        shown: ['Tiers payant et traitement des rejets', 'Third-party billing and rejected claims'],
        reworded: ['Télétransmission aux caisses et mutuelles, retours en erreur', 'Sent claims to insurers and chased those sent back'],
        denied: ['Pas de pratique du tiers payant', 'No third-party billing'],
        lesser: ['Tiers payant : initiation', 'Third-party billing: introduction'],
      },
      {
        id: 'compound',
        kind: 'skill',
        must: false,
        asked: ['Préparations magistrales', 'Compounding'],
        listed: ['préparations magistrales', 'compounding'],
        shown: ['Préparations magistrales et traçabilité des lots', 'Compounding with batch records'],
        reworded: ['Fabrication de gélules, pommades et sirops au préparatoire', 'Made capsules, creams and syrups in the back room'],
        denied: ['Jamais de préparations', 'No compounding'],
        lesser: ['Préparations magistrales : notions', 'Compounding: notions'],
      },
      {
        id: 'lgpi',
        kind: 'skill',
        must: false,
        asked: ['Logiciel LGPI ou Winpharma', 'LGPI or Winpharma software'],
        listed: ['LGPI', 'LGPI'],
        shown: ['Stock et commandes sur LGPI', 'Stock and orders in LGPI'],
        reworded: ['Gestion quotidienne sous Winpharma', 'Daily work in Winpharma'],
        denied: ['LGPI jamais utilisé', 'LGPI never used'],
        lesser: ['Winpharma : débutant', 'Winpharma: beginner'],
      },
    ],
    daily: [
      ['Conseil en parapharmacie et homéopathie', 'Advice on over-the-counter products'],
      ['Réception des grossistes et péremptions', 'Received wholesalers’ orders and checked expiry dates'],
      ['Mise sous pilulier pour une maison de retraite', 'Filled dosette boxes for a care home'],
    ],
    adjacent: {
      title: ['Conseiller en parapharmacie', 'Skincare adviser'],
      lines: [
        ['Conseil dermo-cosmétique', 'Skin care advice'],
        ['Mise en rayon et promotions', 'Filled shelves and ran promotions'],
        ['Encaissement', 'Took payments'],
      ],
    },
    adjacentFar: {
      title: ['Secrétaire médical', 'Medical secretary'],
      lines: [
        ['Prise de rendez-vous', 'Booked appointments'],
        ['Frappe de comptes rendus', 'Typed reports'],
        ['Accueil des patients', 'Welcomed patients'],
      ],
    },
    homonym: {
      title: ['Préparateur de véhicules', 'Car preparation assistant'],
      lines: [
        ['Nettoyage et lustrage avant livraison', 'Cleaned and polished cars before handover'],
        ['Préparations esthétiques', 'Cosmetic preparation'],
        ['Convoyage entre agences', 'Moved cars between branches'],
      ],
    },
    proximity: {
      title: ['Livreur pour grossiste en pharmacie', 'Driver for a pharmacy wholesaler'],
      lines: [
        ['Livraison de médicaments aux officines', 'Delivered medicines to pharmacies'],
        ['Tournée de 20 pharmacies', 'Round of 20 pharmacies'],
        ['Retour des caisses', 'Took crates back'],
      ],
    },
    schooling: ['Baccalauréat ST2S', 'Secondary diploma in health'],
  },
  {
    id: 'community-manager',
    title: ['Community manager', 'Social media manager'],
    alsoCalled: ['Animateur de communautés en ligne', 'Owner of brand channels and online conversation'],
    years: 2,
    missions: [
      ['Faire vivre quatre comptes', 'Run four accounts'],
      ['Proposer un calendrier', 'Suggest a calendar'],
    ],
    demands: [
      {
        id: 'social',
        kind: 'skill',
        must: true,
        asked: ['Animation des réseaux sociaux (Instagram, LinkedIn)', 'Running social networks (Instagram, LinkedIn)'],
        listed: ['Instagram, LinkedIn', 'Instagram, LinkedIn'],
        shown: ['Animation des réseaux sociaux, 80 000 abonnés sur Instagram', 'Ran the social networks, 80,000 followers on Instagram'],
        reworded: ['Publication quotidienne de stories et de reels, modération des commentaires', 'Posted stories and reels every day and moderated comments'],
        denied: ['Jamais géré de réseaux sociaux', 'Never ran social networks'],
        lesser: ['Réseaux sociaux : usage personnel, notions', 'Social networks: basic personal use only'],
      },
      {
        id: 'ads',
        kind: 'skill',
        must: true,
        asked: ['Campagnes payantes (Meta Ads)', 'Paid campaigns (Meta Ads)'],
        listed: ['Meta Ads', 'Meta Ads'],
        shown: ['Campagnes payantes Meta Ads, budget de 5 000 € par mois', 'Paid campaigns in Meta Ads, 5,000 € a month'],
        reworded: ['Publicité sponsorisée sur Facebook : ciblage, enchères, retour sur investissement', 'Sponsored posts on Facebook: targeting, bids, return on spend'],
        denied: ['Aucune campagne payante', 'No paid campaigns'],
        lesser: ['Meta Ads : initiation', 'Meta Ads: introduction'],
      },
      {
        id: 'write',
        kind: 'skill',
        must: true,
        asked: ['Rédaction de contenus', 'Content writing'],
        listed: ['rédaction', 'copywriting'],
        shown: ['Rédaction de contenus pour le blog et la newsletter', 'Content writing for the blog and newsletter'],
        reworded: ['Écriture d’articles, d’accroches et de scripts vidéo', 'Wrote articles, hooks and video scripts'],
        denied: ['Pas de rédaction', 'No writing'],
        lesser: ['Rédaction web : notions', 'Copywriting: beginner'],
      },
      {
        id: 'canva',
        kind: 'skill',
        must: false,
        asked: ['Création de visuels (Canva, Photoshop)', 'Visuals in Canva or Photoshop'],
        listed: ['Canva, Photoshop', 'Canva, Photoshop'],
        shown: ['Création de visuels sous Canva et Photoshop', 'Made visuals in Canva and Photoshop'],
        reworded: ['Maquettes graphiques et retouche photo avec la suite Adobe', 'Graphic layouts and photo retouching in the Adobe suite'],
        denied: ['Sans outil graphique', 'No design tools'],
        lesser: ['Photoshop : débutant', 'Photoshop: beginner'],
      },
      {
        id: 'lang',
        kind: 'language',
        must: false,
        asked: ['Bon niveau d’anglais', 'Good English'],
        listed: ['anglais', 'English'],
        shown: ['Anglais : C1', 'English: C1'],
        reworded: ['Anglais : courant', 'English: fluent'],
        denied: ['Anglais : aucune notion', 'English: none'],
        lesser: ['Anglais : B1', 'English: B1'],
      },
    ],
    daily: [
      ['Calendrier éditorial et veille', 'Editorial calendar and trend watch'],
      ['Tableau d’indicateurs mensuel', 'Monthly figures'],
      ['Relations avec les influenceurs', 'Worked with influencers'],
    ],
    adjacent: {
      title: ['Chargé de communication', 'Communications officer'],
      lines: [
        ['Communiqués de presse', 'Press releases'],
        ['Organisation d’événements', 'Organised events'],
        ['Journal interne', 'Staff magazine'],
      ],
    },
    adjacentFar: {
      title: ['Vendeur en téléphonie', 'Phone shop salesperson'],
      lines: [
        ['Vente de forfaits', 'Sold plans'],
        ['Encaissement', 'Took payments'],
        ['Réassort', 'Restocked'],
      ],
    },
    homonym: {
      title: ['Animateur de réseau de franchisés', 'Franchise network coordinator'],
      lines: [
        ['Animation du réseau de magasins', 'Ran the network of shops'],
        ['Campagnes d’ouverture', 'Opening campaigns'],
        ['Audit des points de vente', 'Audited shops'],
      ],
    },
    proximity: {
      title: ['Assistant administratif en agence web', 'Office assistant in a web agency'],
      lines: [
        ['Facturation des campagnes Meta Ads', 'Invoiced Meta Ads campaigns'],
        ['Accueil des clients de l’équipe social media', 'Welcomed clients of the social media team'],
        ['Commande de fournitures', 'Ordered supplies'],
      ],
    },
    schooling: ['BTS Communication', 'Higher diploma in communication'],
  },
]

/** Software, data, cloud and computer security. The shape of these lines: see `parseField.ts`. */
export const digitalField = `
[occupations]
data-architect|it|data-engineer,dba,cloud-engineer|architecte data;architecte de données;architecte big data|data architect;big data architect|entrepôt modèle données gouvernance warehouse modelling governance lake
solution-architect|it|software-engineer,cloud-engineer,it-project-manager|architecte logiciel;architecte applicatif;architecte solutions;urbaniste SI|software architect;solution architect;enterprise architect;technical architect|conception urbanisation système dossier architecture design patterns integration
tech-lead|it|full-stack-developer,backend-developer,software-engineer|tech lead;lead développeur;référent technique développement;responsable technique développement|tech lead;lead developer;engineering lead|revue code encadrement développeurs code review mentoring
engineering-manager|it|tech-lead,it-project-manager|responsable développement;responsable études informatiques;directeur technique informatique;CTO;chef de service études|engineering manager;development manager;head of engineering;chief technology officer;CTO|équipe développeurs feuille route recrutement roadmap hiring
it-manager|it|sysadmin,it-project-manager|responsable informatique;directeur des systèmes d'information;DSI;responsable SI;responsable infrastructure|IT manager;head of IT;chief information officer;CIO;infrastructure manager|parc serveurs budget prestataires infrastructure vendors
soc-analyst|it|security-engineer,network-technician|analyste SOC;analyste cybersécurité;analyste sécurité;opérateur de sécurité informatique|SOC analyst;security analyst;cyber security analyst|alertes incidents journaux détection alerts logs detection threat
pentester|it|security-engineer,soc-analyst|pentesteur;testeur d'intrusion;auditeur en sécurité informatique;hacker éthique|penetration tester;ethical hacker;red teamer|failles vulnérabilités exploit flaws vulnerabilities
security-officer-it|it|security-engineer,it-manager|RSSI;responsable de la sécurité des systèmes d'information;consultant gouvernance cybersécurité;consultant GRC|CISO;information security officer;chief information security officer;GRC consultant|politique sécurité conformité risques policy compliance risk
embedded-developer|it|software-engineer,electronics-engineer|développeur embarqué;ingénieur logiciel embarqué;ingénieur systèmes embarqués|embedded developer;embedded software engineer;firmware engineer|microcontrôleur carte pilote temps réel board firmware driver
game-developer|it|software-engineer,mobile-developer|développeur de jeux vidéo;programmeur jeux;game designer|game developer;game programmer;game designer|moteur jeu niveaux unity unreal gameplay levels
crm-developer|it|backend-developer,business-analyst|développeur Salesforce;consultant CRM;administrateur Salesforce|Salesforce developer;Salesforce administrator;CRM consultant|flux objets automatisation apex flows objects
scrum-master|it|it-project-manager,product-owner|scrum master;coach agile|scrum master;agile coach|sprint rétrospective cérémonies ceremonies retrospective
seo-specialist|marketing|content-writer,marketing-officer|référenceur;consultant SEO;chargé de référencement;traffic manager;responsable acquisition|SEO specialist;SEO consultant;traffic manager;acquisition manager;growth marketer|mots-clés positions trafic keywords traffic rankings
ecommerce-manager|marketing|marketing-officer,store-manager|responsable e-commerce;chef de projet e-commerce;gestionnaire de boutique en ligne;chargé e-commerce|e-commerce manager;online shop manager;e-commerce officer|boutique ligne fiches produits conversion panier online shop basket
datacenter-technician|it|network-technician,support-technician|technicien datacenter;technicien de centre de données;technicien d'exploitation informatique|data centre technician;IT operations technician;computer operator|baies serveurs brassage racks servers patching
cobol-developer|it|backend-developer,software-engineer|développeur COBOL;développeur mainframe;analyste programmeur|COBOL developer;mainframe developer;analyst programmer|batch site central mainframe
gis-specialist|it|land-surveyor,data-analyst|géomaticien;technicien SIG;cartographe;ingénieur géomatique|GIS specialist;GIS technician;geomatics engineer;cartographer|cartes couches spatiales maps layers spatial
[skills]
pipelines de données;flux ingestion données;chaîne traitement données;orchestration DAG;ordonnancement flux données|data pipelines;ingestion flows;ETL jobs;ELT jobs;orchestrated DAGs;batch data flows;Airflow;Dagster;Prefect
entrepôt de données;data warehouse;lac de données;Snowflake;BigQuery;Redshift|data warehousing;data lake;lakehouse;Databricks
modélisation dimensionnelle;schéma en étoile;tables de faits;modèle décisionnel|dimensional modelling;star schema;facts and dimensions;dbt models;dbt
Spark;PySpark;traitement distribué;Hadoop;Hive|Spark jobs;distributed processing;Scala Spark
streaming temps réel;Kafka;flux événements;RabbitMQ|event streaming;Kafka;message queue;Kinesis
Talend;Informatica;outil ETL;intégration de données|data integration;ETL tool;SSIS packages
gouvernance des données;catalogue de données;lignage données;dictionnaire données|data governance;data catalogue;data lineage;master data
recueil du besoin;ateliers utilisateurs;cahier des charges fonctionnel;spécifications fonctionnelles;expression besoins|requirements gathering;functional specifications;user workshops;business requirements
recette applicative;tests d'acceptation;cahier de recette;campagne de recette|user acceptance testing;UAT;acceptance tests
microservices;architecture distribuée;découpage monolithe|microservices;service-oriented architecture;splitting monolith
conception API;interface programmation;webservices;SOAP|API design;web services;API gateway;Swagger
programmation orientée objet;design patterns;code propre;refactoring;SOLID|object-oriented programming;design patterns;clean code;refactoring;domain-driven design
développement piloté par les tests;TDD;BDD|test-driven development;TDD;BDD;Cucumber
revue de code;pull requests;relecture code;pair programming|code review;pull requests;merge requests;pair programming
C++;programmation C++|C++;embedded C++
Go;Golang|Go language;Golang;services in Go
Rust|Rust;Rust services
Ruby on Rails;Ruby|Ruby on Rails;Ruby;Rails
Scala;programmation fonctionnelle|Scala;functional programming;Haskell;Elixir
Kotlin;Jetpack Compose|Kotlin;Jetpack Compose;Android Studio
Swift;SwiftUI;Xcode|Swift;SwiftUI;Xcode;iOS app
Dart|Dart;cross-platform apps
COBOL;mainframe;JCL;DB2|COBOL;mainframe;JCL;CICS
VBA;macros Excel;automatisation Excel|VBA;Excel macros;automated spreadsheets
PowerShell;scripts d'administration;automatisation scripts|PowerShell;admin scripts;scripting
WordPress;Elementor;WooCommerce;création de sites WordPress|WordPress;Elementor;WooCommerce;theme building
PrestaShop;Magento;Shopify;boutique en ligne;site marchand|Shopify;Magento;PrestaShop;online store;web shop
Drupal;TYPO3;CMS;gestion de contenu|Drupal;CMS;content management system;headless CMS
performance web;temps de chargement;Core Web Vitals;optimisation front|web performance;page load;Core Web Vitals;Lighthouse
Svelte;Astro|Svelte;SvelteKit;Astro
WebGL;Three.js;graphisme 3D web|WebGL;Three.js;3D web
Unity;Unreal Engine;moteur de jeu;C# Unity|Unity;Unreal Engine;game engine
Oracle;PL/SQL;administration Oracle|Oracle PL/SQL;Oracle administration;RMAN
administration de bases de données;réplication base;optimisation index;sauvegarde base données|database administration;index tuning;database backups
PostGIS;SIG;QGIS;ArcGIS;données géographiques|GIS;QGIS;ArcGIS;geospatial data
Hadoop HDFS;MapReduce|Hadoop cluster;HDFS
traitement automatique du langage;NLP;grands modèles de langage;LLM;RAG;agents conversationnels|natural language processing;NLP;large language models;LLM;retrieval augmented generation;chatbots
vision par ordinateur;reconnaissance d'images;OpenCV;détection d'objets|computer vision;image recognition;OpenCV;object detection
PyTorch;Keras;réseaux de neurones;apprentissage profond|PyTorch;neural networks;Keras
MLOps;déploiement de modèles;MLflow;suivi dérive modèle|MLOps;model deployment;MLflow;model drift;model serving
prompt engineering;IA générative;ingénierie de prompts;ChatGPT|generative AI;prompt engineering;copilots
séries temporelles;prévision statistique;modèles ARIMA|time series;forecast models;ARIMA
segmentation clients;scoring;clustering;modèle d'attrition|customer segmentation;scoring models;clustering;churn model
SAS;SPSS;Stata;traitement statistique|SAS;SPSS;Stata
DAX;modèle Power BI|DAX
AWS Lambda;serverless;fonctions sans serveur|serverless;AWS Lambda;cloud functions
migration cloud;bascule vers le cloud;move to cloud|cloud migration;lift and shift;moving workloads
FinOps;optimisation coûts cloud|FinOps;cloud cost
haute disponibilité;répartition de charge;tolérance panne|high availability;load balancing;failover
astreintes;gestion d'incidents majeurs;résolution incidents production|on-call;incident response;major incident;production support
ITIL processus;gestion des changements;gestion des services informatiques;CMDB|IT service management;change management process;CMDB
masterisation;déploiement de postes;SCCM;Intune;images disque|workstation deployment;imaging PCs;SCCM;Intune;device rollout
téléphonie IP;VoIP;Asterisk;3CX;Teams telephony|VoIP;IP telephony;PBX;Asterisk
Wi-Fi;bornes wifi;couverture radio|Wi-Fi;wireless networks;access points
SD-WAN;MPLS;BGP;OSPF;routage|SD-WAN;MPLS;BGP;OSPF
baies informatiques;câblage réseau RJ45;précâblage|server racks;structured cabling
stockage SAN;NAS;NetApp;baies de stockage|SAN storage;NAS;NetApp;storage arrays
Citrix;bureau à distance;RDS|Citrix;remote desktop;RDS
gestion des identités;IAM;SSO;annuaire LDAP;Azure AD;MFA|identity and access management;IAM;SSO;LDAP;Entra ID;multi-factor
analyse de risques EBIOS;PSSI;politique de sécurité;NIST|risk analysis EBIOS;security policy;NIST;information security policy
investigation numérique;forensic;réponse à incident;analyse de malware|digital forensics;incident response security;malware analysis
durcissement;gestion des correctifs;patch management;mise à jour sécurité|hardening;patch management;vulnerability fixes
Splunk;QRadar;Sentinel;corrélation de journaux|Splunk;QRadar;Sentinel;log correlation
sensibilisation cybersécurité;campagnes de phishing|security awareness;phishing simulation
PKI;certificats TLS;cryptographie|encryption;PKI;TLS certificates;cryptography
sécurité applicative;OWASP;DevSecOps;SAST|application security;OWASP;DevSecOps;secure coding
Jira;Confluence;Trello;outil de suivi projet|Jira;Confluence;Trello
gestion de projet informatique;pilotage de projet;planning projet;comité de pilotage;chefferie de projet|project management;steering committee;project delivery;project planning
conduite du changement;accompagnement utilisateurs;déploiement outil|change management;user adoption;rollout support
PRINCE2 méthode;cycle en V|waterfall method;V-model
priorisation du backlog;user stories;vision produit;roadmap produit|backlog grooming;user stories;product vision;product roadmap
recherche utilisateur;tests utilisateurs;entretiens utilisateurs;parcours utilisateur|user research;usability testing;user interviews;user journeys
design system;bibliothèque de composants;charte interface|design system;component library;UI kit
intégration d'emails;maquettes intégrées|email templates;responsive pages
Google Tag Manager;web analytics;Matomo;plan de marquage|web analytics;Google Tag Manager;Matomo;tracking plan
optimisation taux de conversion;CRO|conversion rate optimisation;CRO;landing page tests
automatisation robotisée;RPA;UiPath;Power Automate|robotic process automation;RPA;UiPath;Power Automate
Apex;Lightning|Apex;Lightning;Sales Cloud
Microsoft Dynamics;Dynamics 365;Business Central|Dynamics 365;Business Central;Power Platform
SharePoint;intranet;Teams administration|SharePoint;intranet;Teams administration
ABAP;SAP HANA;SAP SD;SAP PP;paramétrage SAP|ABAP;SAP HANA;SAP configuration;SAP SD
Odoo modules;développement Odoo;intégration Odoo|Odoo modules;Odoo development
blockchain;Solidity;smart contracts;web3|blockchain;Solidity;smart contracts
internet des objets;IoT;capteurs connectés;MQTT;LoRa|internet of things;IoT;connected sensors;MQTT
systèmes temps réel;RTOS;FreeRTOS;noyau Linux embarqué;Yocto|real-time systems;RTOS;embedded Linux;Yocto
microcontrôleurs STM32;Arduino;Raspberry;firmware|microcontrollers;STM32;firmware;Arduino
LabVIEW;TestStand;bancs de test|LabVIEW;test benches;TestStand
Matlab;Simulink;calcul scientifique|Matlab;Simulink;scientific computing
open source;contribution logiciel libre|open source contribution;open-source software
documentation technique;rédaction de documentation;manuels utilisateurs|technical documentation;user manuals;technical writing
formation des utilisateurs;ateliers de formation logiciel|user training;software training
[licences]
certification AWS;AWS Solutions Architect;AWS certifié|AWS certification;AWS Certified;AWS Solutions Architect certificate
certification Azure;AZ-104;AZ-900;Azure Administrator|Azure certification;AZ-104;AZ-900;AZ-305
certification Google Cloud;Professional Cloud Architect|Google Cloud certification;Professional Data Engineer certificate
CISSP;certification sécurité CISSP|CISSP;certified information systems security professional
CEH;OSCP;certification pentest|CEH;OSCP;offensive security certificate
CISM;CISA;ISO 27001 Lead Auditor;ISO 27001 Lead Implementer|CISM;CISA;ISO 27001 Lead Implementer
CCNA;CCNP;certification Cisco|CCNA;CCNP;Cisco certification
ITIL Foundation;certification ITIL;ITIL v4|ITIL Foundation;ITIL certificate;ITIL v4
PMP;certification PMI;gestion projet certifié PMP|PMP;PMI certificate;CAPM;project management professional
PRINCE2;certification PRINCE2|PRINCE2;PRINCE2 Practitioner
PSM;certification Scrum;Professional Scrum Master;CSM|PSM;certified scrum master;scrum certification;PSPO
certification Kubernetes;CKA;CKAD|CKA;CKAD;Kubernetes certification
RHCSA;RHCE;LPIC;certification Linux|RHCSA;RHCE;LPIC;Linux certification
certification TOSA;TOSA;PCIE;passeport compétences informatique|TOSA;ICDL;ECDL;digital skills certificate
certification Salesforce;Salesforce Administrator certifié|Salesforce certification;Salesforce certified
certification SAP;consultant SAP certifié|SAP certification;SAP certified
certification Google Ads;Google Analytics certifié|Google Ads certification;Google Analytics certificate
ISTQB;certification testeur|ISTQB;tester certification
Oracle Certified;certification Java;OCP|Oracle Certified;Java certification
[degrees]
diplôme école 42;Epitech;diplôme Epita;école informatique|coding school diploma;software school degree
BTS SIO SLAM;BTS SIO SISR;BTS services informatiques|higher diploma in IT services;HND computing
titre concepteur développeur d'applications;CDA titre professionnel;développeur web titre pro|application developer vocational title;web developer certificate
titre administrateur systèmes et réseaux;TSSR;administrateur infrastructures sécurisées|systems and networks administrator certificate
master data science;master intelligence artificielle;mastère big data|master's in data science;MSc artificial intelligence
master cybersécurité;mastère sécurité informatique|master's in cybersecurity;MSc information security
`

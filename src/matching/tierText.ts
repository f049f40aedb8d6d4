import { catalogue } from '../ui/language.ts'

/** The words of the optional model. */
export const tierText = catalogue({
  fr: {
    title: 'Modèle complémentaire',
    note: 'Pour un ordinateur\u00A0: un modèle multilingue plus lourd relit les 200 premiers d’un classement et décide de l’ordre entre ceux que moins de 3 points séparent. Les scores ne changent pas. Tout se calcule sur cet appareil.',
    starting: 'Lecture de ce qui est installé',
    stopped:
      'Le modèle complémentaire ne peut pas fonctionner dans ce navigateur. Les classements n’en ont pas besoin.',
    absent: 'Aucun modèle complémentaire sur cet appareil.',
    offered: (name: string, size: string) => `Votre serveur propose «\u00A0${name}\u00A0», ${size} à télécharger.`,
    offeredFrom: (name: string, size: string, hub: string) =>
      `Votre serveur propose «\u00A0${name}\u00A0», ${size} à télécharger depuis ${hub}.`,
    notOffered: 'Votre serveur n’en propose pas.',
    hub: 'Rien n’est demandé à un site public\u00A0: la politique de sécurité n’autorise que votre serveur. Téléchargez vous-même un modèle «\u00A0feature-extraction\u00A0» au format ONNX, puis déposez ici ses fichiers (config.json, tokenizer.json, tokenizer_config.json, model_quantized.onnx) ou leur ZIP.',
    hubAsked: (hub: string) =>
      `Votre serveur autorise ${hub}\u00A0: ce site verra l’adresse réseau de cet appareil, et rien d’autre. Chaque fichier est comparé à l’empreinte que votre serveur annonce. Vous pouvez aussi déposer ici les fichiers d’un modèle, ou leur ZIP.`,
    download: (size: string) => `Télécharger (${size})`,
    choose: 'Choisir les fichiers ou un ZIP',
    pause: 'Mettre en pause',
    resume: 'Reprendre',
    remove: 'Supprimer de cet appareil',
    on: 'Relire les premiers avec ce modèle',
    model: 'Modèle',
    state: 'État',
    modelWords: (name: string, size: string) => `${name}, ${size}`,
    states: {
      downloading: 'Téléchargement',
      paused: 'En pause',
      checking: 'Épreuve sur cet appareil',
      active: 'En service',
      off: 'Arrêté',
      refused: 'Écarté',
    },
    progress: (done: string, all: string) => `${done} sur ${all}`,
    received: 'Reçu',
    reading: 'Candidats relus',
    verdict: 'Épreuve',
    verdictWords: (own: string, embedded: string) =>
      `${own}, contre ${embedded} pour le modèle intégré (40 phrases à retrouver d’une langue à l’autre)`,
    refusedNote:
      'Il ne fait pas mieux que le modèle intégré sur cet appareil\u00A0: il ne sert donc pas. Vous pouvez le supprimer ou en déposer un autre.',
    failures: {
      NotAModel:
        'Ces fichiers ne forment pas un modèle\u00A0: il faut config.json, tokenizer.json, tokenizer_config.json et un fichier model….onnx.',
      TooLarge: 'Ce modèle dépasse 700\u00A0Mo\u00A0: il serait trop lourd pour un onglet.',
      Damaged: 'Les fichiers sont abîmés ou ne sont pas ceux que leur liste annonce.',
      Unreachable: 'Le serveur ne répond pas. Ce qui est déjà téléchargé est gardé.',
      Checksum: 'Un fichier reçu n’est pas celui que le serveur annonce\u00A0: rien n’a été gardé.',
      NoRoom: 'Il n’y a pas assez de place sur cet appareil.',
      NotRunning: 'Ce modèle ne fonctionne pas dans ce navigateur\u00A0: il n’a pas été gardé.',
      NotBetter: 'Le nouveau modèle fait moins bien à l’épreuve\u00A0: celui-ci reste en place.',
    },
  },
  en: {
    title: 'Optional model',
    note: 'For a laptop: a heavier multilingual model reads the first 200 of a ranking again and decides the order among those less than 3 points apart. Scores do not change. All of it is computed on this device.',
    starting: 'Reading what is installed',
    stopped: 'The optional model cannot run in this browser. Rankings do not need it.',
    absent: 'No optional model on this device.',
    offered: (name, size) => `Your server offers “${name}”, ${size} to download.`,
    offeredFrom: (name, size, hub) => `Your server offers “${name}”, ${size} to download from ${hub}.`,
    notOffered: 'Your server offers none.',
    hub: 'No public site is ever asked: the security policy allows your server only. Download a “feature-extraction” model in ONNX format yourself, then drop its files here (config.json, tokenizer.json, tokenizer_config.json, model_quantized.onnx) or a ZIP of them.',
    hubAsked: (hub) =>
      `Your server allows ${hub}: that site will see the network address of this device and nothing else. Each file is compared with the checksum your server names. You can also drop the files of a model here, or a ZIP of them.`,
    download: (size) => `Download (${size})`,
    choose: 'Choose the files or a ZIP',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove from this device',
    on: 'Read the first again with this model',
    model: 'Model',
    state: 'State',
    modelWords: (name, size) => `${name}, ${size}`,
    states: {
      downloading: 'Downloading',
      paused: 'Paused',
      checking: 'Being checked on this device',
      active: 'In use',
      off: 'Switched off',
      refused: 'Refused',
    },
    progress: (done, all) => `${done} of ${all}`,
    received: 'Received',
    reading: 'Candidates read again',
    verdict: 'Check',
    verdictWords: (own, embedded) =>
      `${own}, against ${embedded} for the built-in model (40 phrases to find from one language to the other)`,
    refusedNote:
      'It does no better than the built-in model on this device, so it is not used. You can remove it or drop another.',
    failures: {
      NotAModel:
        'These files are no model: it takes config.json, tokenizer.json, tokenizer_config.json and a model….onnx file.',
      TooLarge: 'This model is larger than 700 MB: too heavy for a tab.',
      Damaged: 'The files are damaged, or not those that their list names.',
      Unreachable: 'The server does not answer. What was downloaded is kept.',
      Checksum: 'A file that came is not the one the server names: nothing was kept.',
      NoRoom: 'There is not enough room on this device.',
      NotRunning: 'This model does not run in this browser: it was not kept.',
      NotBetter: 'The new model does worse at the check: this one stays.',
    },
  },
})

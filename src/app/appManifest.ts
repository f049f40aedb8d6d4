import type { ManifestOptions } from 'vite-plugin-pwa'

/** What the app opens: types with their endings, as systems ask for them. */
const readable: Record<string, string[]> = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/msword': ['.doc'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.text-template': ['.ott'],
  'application/rtf': ['.rtf'],
  'text/html': ['.html', '.htm'],
  'multipart/related': ['.mht', '.mhtml'],
  'message/rfc822': ['.eml'],
  'application/vnd.ms-outlook': ['.msg'],
  'application/zip': ['.zip'],
  'text/plain': ['.txt'],
  'application/json': ['.json'],
  'application/xml': ['.xml'],
}

const icon = (name: string) => [{ src: `/icons/${name}-96.png`, sizes: '96x96', type: 'image/png' }]

/** What the system knows of the installed app. Read by the build only. */
export const appManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Vivier, recrutement local',
  short_name: 'Vivier',
  description: 'Vos CV deviennent des candidats, une offre les classe avec ses raisons, même sans réseau.',
  lang: 'fr',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  background_color: '#ebf3f4',
  theme_color: '#003c4c',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icons/vivier-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/vivier-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/vivier-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/vivier-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/vivier-monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
    { src: '/icons/vivier.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  shortcuts: [
    { name: 'Importer des CV', short_name: 'Importer', url: '/imports', icons: icon('import') },
    { name: 'Ajouter un candidat', short_name: 'Ajouter', url: '/candidats/nouveau', icons: icon('add') },
    { name: 'Photographier un CV', short_name: 'Capturer', url: '/capturer', icons: icon('scan') },
  ],
  screenshots: [
    {
      src: '/screenshots/laptop.png',
      sizes: '1440x900',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Une offre et ses candidats, classés avec leurs raisons',
    },
    {
      src: '/screenshots/phone.png',
      sizes: '780x1688',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Le même classement sur un téléphone',
    },
  ],
  share_target: {
    action: '/partager',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [
        {
          name: 'files',
          accept: [
            ...Object.entries(readable).flat(2),
            'text/rtf',
            'text/xml',
            'application/x-zip-compressed',
            'image/*',
          ],
        },
      ],
    },
  },
  file_handlers: [
    {
      action: '/imports',
      accept: readable,
    },
    { action: '/reglages/sauvegarde', accept: { 'application/x-vivier': ['.vivier'] } },
  ],
  // a share or a file must never take the place of a form someone is filling in
  launch_handler: { client_mode: ['navigate-new', 'auto'] },
}

// Who may import whom, as docs/architecture.md tells it. Every rule here has a seeded violation in
// tests/rules/importRules.test.ts: a rule that stops catching anything fails there.

/** The folders of src that are not rooms. A room is whatever else a recruiter can name. */
const floors = 'app|assistant|sync|llm|store|model|log|ui|kit|serviceWorker'
const inRoom = `^src/(?!(?:${floors})/)[^/]+/`
/** Tests look from outside: they may bring a fake database or a second device to what they test. */
const testFile = '\\.test\\.tsx?$'
/** Programs run by hand in Node, and what only they use: they join the steps of several workers. */
const nodeProgram = '/(?:cli|node)/|/(?:cli|train|evaluate)\\.ts$'
const npm = (name) => `(?:^|/)node_modules/${name}(?:/|$)|^${name}(?:/|$)`
const dexie = npm('dexie(?:-react-hooks)?')
const reactAndStores = `${npm('(?:react|react-dom|zustand)')}|${dexie}`
const anyPackage = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const source = (path, ...except) => ({ path, pathNot: [testFile, ...except] })

module.exports = {
  forbidden: [
    // The ground floor
    rule('kit-stands-alone', 'kit imports kit, so that everything can stand on it.', source('^src/kit/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/kit/',
    }),
    rule('log-stays-pure', 'The log is rules only: kit and itself.', source('^src/log/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/(?:kit|log)/',
    }),
    rule(
      'ground-without-packages',
      'kit and log run everywhere: no package, no Node module.',
      source('^src/(?:kit|log)/'),
      { dependencyTypes: [...anyPackage, 'core'] },
    ),
    rule('ui-knows-no-candidate', 'Controls know kit and React, nothing of the product.', source('^src/ui/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/(?:kit|ui)/',
    }),
    // The nouns
    rule('model-stays-pure', 'Nouns know kit and other nouns.', source('^src/model/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/(?:kit|model)/',
    }),
    rule('model-without-react-or-database', 'Not even as a type.', source('^src/model/'), { path: reactAndStores }),
    // Keeping
    rule('store-knows-no-room', 'The store keeps what it is given: kit, log, model.', source('^src/store/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/(?:kit|log|model|store)/',
    }),
    rule('only-store-touches-dexie', 'One door to the database.', source('^(?:src|workers)/', '^src/store/'), {
      path: dexie,
    }),
    rule(
      'only-records-pass-the-write-door',
      'A screen changes a record through its room; tables are seen by the store alone.',
      source(
        '^src/',
        '^src/store/',
        '^src/(?:app|sync|llm|serviceWorker)/',
        '^src/main\\.tsx$',
        `${inRoom}records\\.ts$`,
      ),
      { path: '^src/store/(?:tables|write)\\.ts$' },
    ),
    // Speaking
    rule('sync-and-llm-know-no-room', 'Below the rooms: kit, log, model, store.', source('^src/(?:sync|llm)/'), {
      path: '^(?:src|workers|sync-server|tests)/',
      pathNot: '^src/(?:kit|log|model|store|sync|llm)/',
    }),
    rule(
      'service-worker-stays-small',
      'It starts before everything else: kit, log, model, store.',
      source('^src/serviceWorker/'),
      { path: '^(?:src|workers|sync-server|tests)/', pathNot: '^src/(?:kit|log|model|store|serviceWorker)/' },
    ),
    // The rooms
    rule('records-see-no-screen', 'Records know no drawing.', source(`${inRoom}records\\.ts$`), {
      path: '^src/(?:ui|app)/|^src/.*\\.tsx$',
    }),
    rule(
      'records-see-no-worker',
      'Records read and write; work is started by verbs.',
      source(`${inRoom}records\\.ts$`),
      {
        path: '^workers/',
      },
    ),
    rule(
      'rooms-meet-at-records',
      'Of another room, only its records and the words it shares.',
      source('^src/([^/]+)/', `^src/(?:app)/`),
      {
        path: inRoom,
        pathNot: ['^src/$1/', '^src/[^/]+/(?:records|sharedWords)\\.ts$'],
      },
    ),
    rule(
      'shared-words-only-word',
      'What rooms say alike is words: kit, model and the language of the screens.',
      source(`${inRoom}sharedWords\\.ts$`),
      { path: '^(?:src|workers)/', pathNot: '^src/(?:kit|model)/|^src/ui/language\\.ts$' },
    ),
    rule('no-room-above-its-floor', 'The shell imports the rooms, never the reverse.', source(inRoom), {
      path: '^src/(?:app|assistant|serviceWorker)/|^src/main\\.tsx$',
    }),
    // Workers
    rule('workers-are-met-at-their-door', 'Of a worker, its client and its protocol.', source('^src/'), {
      path: '^workers/',
      pathNot: '^workers/[^/]+/(?:tier/)?(?:client|protocol)\\.ts$',
    }),
    rule('workers-know-kit-and-model', 'Of src, kit and model.', source('^workers/'), {
      path: '^src/',
      pathNot: '^src/(?:kit|model)/',
    }),
    rule(
      'workers-keep-to-their-folder',
      'Two workers never share a step: what both need is model or kit.',
      source('^workers/([^/]+)/', nodeProgram),
      { path: '^workers/', pathNot: ['^workers/$1/', '^workers/lane\\.ts$'] },
    ),
    rule('lane-knows-no-worker', 'It starts any of them.', source('^workers/[^/]+\\.ts$'), { path: '^workers/[^/]+/' }),
    rule('workers-without-react-or-database', 'They compute.', source('^workers/'), { path: reactAndStores }),
    // The relay
    rule(
      'relay-reads-nothing',
      'It shares kit and what stands open in the log: frames, headers of batches, membership.',
      source('^sync-server/'),
      {
        path: '^(?:src|workers|tests)/',
        pathNot: '^src/kit/|^src/log/(?:protocol|batch|membership|roles|manifest)\\.ts$',
      },
    ),
    rule('nobody-needs-the-relay', 'The app works without it.', source('^(?:src|workers)/'), { path: '^sync-server/' }),
    // Everywhere
    rule(
      'starters-need-nothing',
      'These run before anything is installed.',
      { path: '^sync-server/(?:start|packages)\\.mjs$|^tests/(?:run|check)\\.mjs$' },
      { dependencyTypes: anyPackage },
    ),
    rule('product-without-tests', 'Nothing that ships imports a test.', source('^(?:src|workers|sync-server)/'), {
      path: ['^tests/', testFile],
    }),
    rule(
      'product-without-dev-packages',
      'What ships is listed under dependencies.',
      source('^(?:src|workers|sync-server)/', nodeProgram),
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: npm('@types') },
    ),
    rule(
      'no-circle',
      'Two files that import each other are one idea in two places.',
      { path: '^(?:src|workers|sync-server)/' },
      {
        circular: true,
        // A type alone loads nothing: two nouns may name each other.
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    rule(
      'every-import-exists',
      'An import that resolves to nothing hides from all other rules.',
      { path: '^(?:src|workers|sync-server|tests)/' },
      {
        couldNotResolve: true,
        pathNot: '^virtual:|^https?:',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|public|tests/corpus)/' },
    // Imports that TypeScript erases count as well: a type is knowledge.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json', '.css'],
    },
  },
}

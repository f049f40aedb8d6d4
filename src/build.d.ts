/** Put in by the build (vite.config.ts): the package's version, and the day of the build as YYYY-MM-DD. */
declare const __VIVIER_VERSION__: string
declare const __VIVIER_BUILT__: string

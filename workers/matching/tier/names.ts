/** The browser's cache that holds the optional model, and nothing else. */
export const tierCacheName = 'vivier-optional-model'

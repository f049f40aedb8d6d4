/** The browser's cache that holds the optional model, and nothing else. */
export const tierCacheName = 'vivier-optional-model'

/** The one that holds a model until it has beaten the one in use. */
export const nextCacheName = 'vivier-next-optional-model'

/** Told between tabs when the kept model is another; also the lock of whoever changes it. */
export const tierChannelName = 'vivier-optional-model'

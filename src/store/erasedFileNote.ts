/** Memory: files whose documents were erased, each with its document, until someone sees to it that they leave the relay. */
export const erasedFileNote = 'sync.fileErased.'

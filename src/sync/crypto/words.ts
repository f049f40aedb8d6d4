/** The languages words are given in. */
export type WordLanguage = 'fr' | 'en'

/**
 * 2,048 plain words, told apart by their first four letters (those of BIP 39, from @scure/bip39). Composed accents, as
 * keyboards type them. Loaded when first needed.
 */
export async function readWords(language: WordLanguage): Promise<string[]> {
  const { wordlist } = await (language === 'fr'
    ? import('@scure/bip39/wordlists/french.js')
    : import('@scure/bip39/wordlists/english.js'))
  return wordlist.map((word) => word.normalize('NFC'))
}

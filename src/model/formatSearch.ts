import { nameOfField, nameOfLanguage, nameOfOperator, nameOfValue, type SearchLanguage } from './searchNames.ts'
import type { SearchField, SearchQuery } from './searchQuery.ts'
import { quotable } from './searchTree.ts'

/** A query as it would be typed: read again by `parseSearch`, it asks the same. '' for everyone. */
export function formatSearch(query: SearchQuery, language: SearchLanguage): string {
  return query.type === 'all' ? '' : write(query, language)
}

function write(query: SearchQuery, language: SearchLanguage): string {
  switch (query.type) {
    case 'all':
      return '*'
    case 'word':
      return query.prefix ? `${query.text}*` : query.text
    case 'phrase':
      return `"${quotable(query.text)}"`
    case 'field':
      return writeField(query, language)
    case 'not':
      return `-${inner(query.of, language)}`
    case 'and':
      return query.of.map((one) => (one.type === 'or' ? inner(one, language) : write(one, language))).join(' ')
    case 'or':
      return query.of.map((one) => inner(one, language)).join(` ${nameOfOperator('or', language)} `)
  }
}

const inner = (query: SearchQuery, language: SearchLanguage): string =>
  query.type === 'and' || query.type === 'or' ? `(${write(query, language)})` : write(query, language)

/** A filter as it would be typed. */
function writeField(query: SearchField, language: SearchLanguage): string {
  const name = nameOfField(query.field, language)
  switch (query.field) {
    case 'skill':
    case 'title':
    case 'company':
    case 'school':
    case 'tag':
      return `${name}:${safe(query.text)}`
    case 'years':
      return `${name}:${query.occupation === '' ? '' : safe(query.occupation)}>=${query.atLeast}`
    case 'place':
      return query.km > 0 || /\+\s*\d{1,4}\s*(?:km)?$/i.test(query.text)
        ? `${name}:${safe(query.text)}+${query.km}km`
        : `${name}:${safe(query.text)}`
    case 'availability':
      return `${name}:${query.before}`
    case 'contract':
      return `${name}:${nameOfValue('contract', query.contract, language)}`
    case 'language':
      return `${name}:${safe(nameOfLanguage(query.code, language))}${query.level === '' ? '' : `>=${nameOfValue('level', query.level, language)}`}`
    case 'stage':
      return `${name}:${nameOfValue('stage', query.stage, language)}${query.offerId ? `@${query.offerId}` : ''}`
    case 'lastContact':
      if (query.never) return `${name}:${language === 'fr' ? 'jamais' : 'never'}`
      return `${name}:${query.after ? `>=${query.after}` : ''}${query.before ? `<${query.before}` : ''}`
    case 'source':
      return `${name}:${nameOfValue('source', query.source, language)}`
    case 'has':
      return `${name}:${nameOfValue('has', query.what, language)}`
    case 'status':
      return `${name}:${nameOfValue('status', query.status, language)}`
  }
}

/** A value that would end too early or be read otherwise stands between quotes. */
function safe(text: string): string {
  const said = quotable(text)
  return /[\s()|]/.test(said) || /^[<>=≥≤-]|[,;]$/.test(said) ? `"${said}"` : said
}

/** Whether a file bears the name that ESCO or ROME gives its lists. */
export const isOfficialList = (name: string): boolean =>
  /^(?:occupations|skills)_(?:fr|en)\b.*\.csv$/i.test(name) ||
  /^unix_(?:referentiel_(?:appellation|code_rome)|fiche_emploi_metier)_.*\.(?:csv|json)$/i.test(name)

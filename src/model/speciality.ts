// Names of diplomas that stand before what was studied; the longest first, so that 'Master 2 recherche' goes whole.
const diploma =
  /^(?:dipl[oô]me(?: universitaire| d['’][ée]tat| d['’]ing[ée]nieure?)?|titre professionnel|licence (?:professionnelle|pro)|licence|masters?(?: (?:1|2|i|ii))?(?: (?:professionnel|pro|recherche|sp[ée]cialis[ée]|of science|of arts|of business administration|of engineering))?|mast[èe]re(?: sp[ée]cialis[ée])?|m[12]|msc|ma|mba|meng|bachelor(?:['’]s(?: degree)?)?(?: of (?:science|arts|engineering))?|b\.?sc\.?(?: \(hons\))?|b\.?a\.?(?: \(hons\))?|b\.?eng\.?|ph\.?\s?d\.?|doctorat|bac(?:calaur[ée]at)?(?: (?:pro(?:fessionnel)?|techno(?:logique)?|g[ée]n[ée]ral))?|bac ?\+ ?\d|btsa?|dut|but|deust|deug|cap|bep|bp|bma|hnd|hnc|associate(?:['’]s)? degree|cqp|dess|dea|ma[iî]trise|certificat(?:e)?|technicien sp[ée]cialis[ée])(?![\p{L}\d])\s*/iu
const link =
  /^(?:(?:(?:en|in|of|de|des|du)(?!\p{L})|d['’]|:|-|–|,|\(|mention|option|sp[ée]cialit[ée]|parcours|fili[èe]re|s[ée]rie|major(?:ing)? in)\s*:?\s*)+/iu

/**
 * What was studied, out of a diploma's name (M030): 'Master 2 en droit des affaires' gives 'droit des affaires'. ''
 * when the name holds nothing else, or does not begin with a diploma.
 */
export function specialityOf(title: string): string {
  let rest = title.trim()
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(diploma, '')
  }
  if (rest === title.trim()) return ''
  return rest
    .replace(link, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/[)\s,;:–-]+$/u, '')
    .trim()
}

import type { AdvertReading } from '../../src/model/offer.ts'
import { readCompany } from './advertCompany.ts'
import { readContact } from './advertContact.ts'
import { readPlace } from './advertPlace.ts'
import { readSalary } from './advertSalary.ts'
import { readTerms } from './advertTerms.ts'
import { readJobTitle, withoutTown } from './advertTitle.ts'
import { foldSame } from './dates.ts'

/** Reads the facts of an advert from its view: title, company, place, contract, pay, hours, contact. */
export function readAdvertFields(view: string): AdvertReading['fields'] {
  const folded = foldSame(view)
  const fields: AdvertReading['fields'] = {}
  readContact(view, folded, fields)
  readJobTitle(view, folded, fields)
  readSalary(folded, fields)
  readPlace(view, folded, fields)
  if (fields.title && fields.city) fields.title.value = withoutTown(fields.title.value, fields.city.value)
  readCompany(view, fields)
  readTerms(view, folded, fields)
  return fields
}

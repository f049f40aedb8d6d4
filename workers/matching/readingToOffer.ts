import type { OfferProfile } from '../../src/model/match.ts'
import type { AdvertReading } from '../../src/model/offer.ts'

/** The offer a reading describes, for matching an advert nobody has edited yet. */
export function readingToOffer(id: string, text: string, reading: AdvertReading): OfferProfile {
  const { fields } = reading
  return {
    id,
    title: fields.title?.value ?? '',
    text,
    requirements: reading.requirements.map((requirement, index) => ({
      id: `r${index + 1}`,
      text: requirement.text,
      kind: requirement.kind,
      need: requirement.need,
      weight: requirement.weight,
      years: requirement.years,
    })),
    facts: {
      city: fields.city?.value ?? '',
      postalCode: fields.postalCode?.value ?? '',
      country: fields.country?.value ?? '',
      contract: fields.contract?.value ?? '',
      workMode: fields.workMode?.value ?? '',
      startDate: fields.startDate?.value ?? '',
      salaryMin: fields.salaryMin?.value ?? null,
      salaryMax: fields.salaryMax?.value ?? null,
      salaryCurrency: fields.salaryCurrency?.value ?? '',
      salaryPeriod: fields.salaryPeriod?.value ?? '',
    },
    weights: {},
  }
}

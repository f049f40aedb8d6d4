/** A place on the map, in degrees. */
export interface Place {
  lat: number
  lon: number
}

/** Where a city or postal code lies; null when the table does not know it. */
export function placeOf(_facts: { city: string; postalCode: string; country: string }): Place | null {
  return null
}

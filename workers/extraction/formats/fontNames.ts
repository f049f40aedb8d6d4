// What the names of fonts tell. TeX's own fonts say it in letters: CMBX is Computer Modern bold extended, SFTI italic.
const texBold = /^(?:cm|ec|sf|la|lh|t[1-5]|tc)(?:bx|b(?=\d)|bi|xc|ssbx|sx|so|ssdc|dh|db)|^(?:cm|ec|sf)ssdc/i
const texItalic = /^(?:cm|ec|sf|la|lh)(?:ti|sl|bxti|bxsl|bi|bl|ssi|si|so|it|u(?=\d)|ff|fi)/i
const bold = /bold|black|heavy|semibold|demi|[-,]?bd\b|\bmedium\b|-medi(?![a-z])|-medi(?=ital)/i
const italic = /ital|obliq|slant|[a-z]it(?![a-z])/i
const icons =
  /awesome|material(?:design)?[-_ ]?icons?|marvosym|academicons|simpleicons|icomoon|glyphicons|ionicons|typicons|bootstrap-icons|entypo|linearicons|octicons|foundation-icons|devicon|dashicons|fontello|remixicon/i

/** The name without the six letters that mark a subset. */
const plain = (name: string): string => name.replace(/^[A-Z]{6}\+/, '')

/** True for a bold face. */
export const isBoldFont = (name: string): boolean => bold.test(name) || texBold.test(plain(name))
/** True for an italic, oblique or slanted face. */
export const isItalicFont = (name: string): boolean => italic.test(name) || texItalic.test(plain(name))
/** True for a font of pictures: its letters mean an envelope or a telephone, whatever character they are coded as. */
export const isIconFont = (name: string): boolean => icons.test(name)

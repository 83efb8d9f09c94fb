const words = (text: string) => new Set(text.trim().split(/\s+/));

/** The elements of SVG that only draw something. */
export const elements = words(`
  svg g defs symbol use switch title desc style
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop clipPath mask pattern marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence
`);

/** Elements that do more, in small letters: a drawing with one is refused. All other unknown elements are left out. */
export const active = words(`
  script foreignobject a image feimage iframe object embed audio video canvas handler listener
  animate animatecolor animatemotion animatetransform set discard
`);

/** The elements in which text is kept. */
export const withText = words("title desc style text tspan textPath");

/** The properties that a style sheet, a style attribute or an attribute may set. */
export const properties = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cx cy d direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
  flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
  font-style font-variant font-weight glyph-orientation-vertical height image-rendering isolation letter-spacing
  lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
  paint-order r rx ry shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-orientation
  text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility white-space width
  word-spacing writing-mode x y
`);

/** Attributes that describe an element. Browsers read no address in them. */
export const attributes = words(`
  amplitude azimuth baseFrequency bias class clipPathUnits diffuseConstant divisor dx dy edgeMode elevation exponent
  filterUnits fr fx fy gradientTransform gradientUnits id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang
  lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits media method mode
  numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits points pointsAtX
  pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits radius refX refY requiredExtensions
  requiredFeatures result role rotate scale seed side slope spacing specularConstant specularExponent spreadMethod
  startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength type values
  version viewBox x1 x2 xChannelSelector y1 y2 yChannelSelector z
`);

/** The functions that a value may have, in small letters. The address in url() is checked as well. */
export const functions = words(`
  url rgb rgba hsl hsla hwb lab lch oklab oklch color calc min max clamp
  matrix translate translatex translatey scale scalex scaley rotate skew skewx skewy
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  inset circle ellipse polygon path icc-color var
`);

// Records count Unicode code points; JavaScript counts UTF-16 units, two for every character beyond U+FFFF (emoji, rare
// characters). Where a text has none of these, the two are the same.

/** The functions between the two counts for `text`. */
function offsetsOf(text) {
  const pairs = []; // the code point offsets of characters that take two units
  if (/[\ud800-\udbff]/.test(text)) {
    for (let unit = 0, point = 0; unit < text.length; unit += 1, point += 1) {
      if (text.codePointAt(unit) > 0xffff) {
        pairs.push(point);
        unit += 1;
      }
    }
  }
  return {
    /** The UTF-16 offset of the code point offset `point`. */
    unit: (point) => point + below(pairs, point),
  };
}

/** How many of the ascending `numbers` are smaller than `limit`. */
function below(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

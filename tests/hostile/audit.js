/* What a page holds that neither the theme nor the builder puts there. */
() => {
  const OURS = new Set((
    "a article b blockquote br button caption circle code dd del details div dl dt fieldset form g h1 h2 h3 " +
    "h4 i input ins label legend li line mark nav ol option output p path polyline q rect section " +
    "select small span strong summary svg table tbody td text th thead time title tr ul"
  ).split(" "));
  const NEVER = "base, iframe, frame, object, embed, applet, portal, img, video, audio, math, " +
    "template, foreignObject, meta[http-equiv], .page-body form:not(.filters), " +
    ".page-body input:not(.filters input), [formaction], " +
    "[srcdoc], [style*='url('], [style*='position']";
  const found = [];
  const tell = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
  for (const element of document.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith("on")) tell(attribute.name, element);
    }
    if (element.protocol && !/^https?:$/.test(element.protocol)) tell(element.protocol, element);
  }
  document.querySelectorAll(NEVER).forEach((element) => tell("not ours", element));
  document.querySelectorAll(".page-body *").forEach((element) => {
    if (!OURS.has(element.localName)) tell("not ours", element);
  });
  document.querySelectorAll(".page-body svg *").forEach((element) => {
    if (/^(a|image|use|script|set|animate)$/.test(element.localName) && element.href
      && /^\s*[a-z]+:/i.test(element.href.baseVal)) tell("leads away", element);
  });
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`${wide} pixels wide`);
  return found;
}

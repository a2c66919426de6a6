/* What finds: entries in, a function from a query to the best of them out. The finder loads it when a
   reader searches. Words are compared without case, marks and accents ("Sondera" is "Sønderå"); names
   also by how they sound ("Wladimir", "Lavrow") and with one letter off. A name that the whole query
   tells comes first; else wordings, those with most of its words, in its order. Words in quotation
   marks have to stand together. Missed on purpose: other word forms, synonyms, words of scripts that
   are written without blanks. */
window.dossierSearch = function (index) {
  "use strict";

  var NAMES = { Person: .06, Outlet: .05, Organisation: .04, Place: .04 };
  var LETTERS = { ß: "ss", æ: "ae", ø: "o", œ: "oe", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
  var HONORIFICS = new Set("mr mrs ms miss mx dr sir dame lord lady prof professor the".split(" "));
  var SOUNDS = [
    [/t?sch/g, "sh"], [/tch/g, "ch"], [/kh/g, "h"], [/ph/g, "f"], [/[td]h/g, "t"], [/ck|q|c(?!h)/g, "k"],
    [/w/g, "v"], [/ou|ue/g, "u"], [/oe/g, "o"], [/ae|aa/g, "a"], [/ee|ie|[yj]/g, "i"], [/z/g, "s"], [/(.)\1+/g, "$1"]
  ];
  var PAIRS = ["„“", "“”", "«»", "»«", "””", "\"\"", "‘’", "''"];
  var MOST_LINES = 400; // whose order of words is looked at
  var MOST_WORDS = 40; // of a query: a pasted paragraph is known by fewer
  var WHOLE = .8; // of a line: a query of so much of it means the claim, one of less its saying
  var NEAR = .35; // of the best: what is further off is not shown
  var OFTEN = .2; // of all lines: a word in more of them tells little, and is not looked up

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[ßæøœđðłþı]/g, function (letter) { return LETTERS[letter]; });
  }

  function words(text) {
    return fold(text)
      .replace(/[’‘]/g, "'").replace(/'s(?![\p{L}\p{N}])/gu, "").replace(/(\p{L})'(?=\p{L})/gu, "$1")
      .replace(/(\d),(?=\d{3})/g, "$1").replace(/%/g, " percent ").replace(/\bper cent\b/g, "percent")
      .match(/\d+(?:\.\d+)?|[\p{L}\p{N}]+/gu) || [];
  }

  function joined(text) { // "Anne-Sofie" as one word
    return text.split(/\s+/).map(function (part) { return words(part).join(""); }).filter(Boolean);
  }

  var heard = new Map();
  function sound(word) {
    if (word.length < 4) return word;
    if (!heard.has(word)) heard.set(word, SOUNDS.reduce(function (rest, rule) { return rest.replace(rule[0], rule[1]); }, word));
    return heard.get(word);
  }

  function isOneOff(one, other) { // a letter more, less, other, or two in turn
    if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 4) return false;
    var from = 0;
    while (from < one.length && one[from] === other[from]) from++;
    var a = one.slice(from), b = other.slice(from);
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // Every line of every entry: its words, and the lines of each word.
  var lines = [], postings = new Map();
  index.docs.forEach(function (entry) {
    entry.told = entry.text ? entry.text.split("\n") : [];
    entry.named = words(entry.title);
    [entry.title].concat(entry.told, (entry.roles || "").split("\n")).forEach(function (text, at) {
      var line = { entry: entry, at: at - 1, words: words(text) };
      if (line.at < 0 && entry.kind === "Quote") return; // its title is who said it
      lines.push(line);
      new Set(line.words).forEach(function (word) {
        if (!postings.has(word)) postings.set(word, []);
        postings.get(word).push(line);
      });
    });
  });
  var vocabulary = Array.from(postings.keys());
  var names = index.docs.filter(function (entry) { return entry.kind in NAMES; });
  names.forEach(function (entry) {
    entry.spellings = [entry.title].concat(entry.told).map(function (text) {
      return [words(text), joined(text)].map(function (part) { return part.filter(function (word) { return word !== "the"; }); });
    });
    entry.ownWords = new Set([].concat.apply(words(entry.roles || ""), entry.spellings.map(function (ways) { return ways[0]; })));
  });

  function rarity(word) {
    return Math.log(1 + lines.length / (1 + (postings.get(word) || []).length));
  }

  /* The query: words, the phrases among them, and whether its last word may go on. */
  function parsed(query) {
    var phrases = [], rest = query;
    PAIRS.forEach(function (pair) {
      var close = pair[1], isApostrophe = /[’']/.test(close); // it stands within words too
      var inside = "((?:[^" + close + "]|" + close + "(?=\\p{L}))+)", end = close + "(?!\\p{L})" + (isApostrophe ? "" : "|$");
      var found = new RegExp("(^|[^\\p{L}\\p{N}])" + pair[0] + inside + "(?:" + end + ")", "gu");
      rest = rest.replace(found, function (_, before, phrase) {
        phrases.push.apply(phrases, phrase.split(/…|\.\.\./).map(words).filter(function (part) { return part.length; }));
        return before + " " + phrase + " ";
      });
    });
    var all = words(rest).slice(0, MOST_WORDS);
    return {
      words: all, phrases: phrases, open: /[\p{L}\p{N}]$/u.test(query),
      isPhrase: phrases.length > 0 && [].concat.apply([], phrases).length === all.length,
      names: [all, joined(query).slice(0, MOST_WORDS)].map(function (part) { return part.filter(function (word) { return !HONORIFICS.has(word); }); })
    };
  }

  /* The words of the index that a word of the query may mean, and how surely. */
  function meant(word, isOpen) {
    var found = new Map();
    vocabulary.forEach(function (other) {
      if (other === word) found.set(other, 1);
      else if (isOpen && word.length > 1 && other.startsWith(word)) found.set(other, .8);
      else if (isOneOff(word, other)) found.set(other, .6);
    });
    return found;
  }

  function likeness(word, other, isOpen) {
    if (word === other) return 1;
    if (isOpen && word.length > 1 && other.startsWith(word)) return .85;
    if (word.length > 3 && sound(word) === sound(other)) return .9;
    if (isOneOff(word, other)) return .8;
    return word.length > 4 && Math.abs(word.length - other.length) < 4 && isOneOff(sound(word), sound(other)) ? .7 : 0;
  }

  /* How well a name is what the whole query tells; 0 where it is not. */
  function nameScore(entry, query) {
    var best = 0;
    entry.spellings.forEach(function (spelling, at) {
      query.names.forEach(function (asked, way) {
        if (asked.length) best = Math.max(best, spellingScore(asked, spelling[way], entry, query.open) - (at ? .02 : 0));
      });
    });
    return best && .6 + best + NAMES[entry.kind] + .02 * Math.log(1 + (entry.reach || 0));
  }

  function spellingScore(asked, spelling, entry, isOpen) {
    var likest = asked.map(function (word, place) {
      return Math.max.apply(null, [0].concat(spelling.map(function (other) {
        return likeness(word, other, isOpen && place === asked.length - 1);
      })));
    });
    var together = likeness(asked.join(""), spelling.join(""), false); // "Xi Jin Ping"
    if (together) return together + .15;
    var own = likest.filter(Boolean).length;
    if (!own) return 0;
    var sure = likest.map(function (like, place) {
      var word = asked[place], isOwn = entry.ownWords.has(word);
      if (!like) return isOwn ? .7 : 0; // "premier" of Li Qiang
      return like < .85 && postings.has(word) && !isOwn ? .4 : like;
    });
    if (sure.indexOf(0) >= 0) return 0;
    return sure.reduce(function (a, b) { return a + b; }, 0) / sure.length + .15 * Math.min(own / spelling.length, 1);
  }

  function standsIn(phrase, line, isOpen) {
    for (var at = 0; at + phrase.length <= line.length; at++) {
      if (phrase.every(function (word, place) {
        var other = line[at + place];
        return word === other || (isOpen && place === phrase.length - 1 && other.startsWith(word));
      })) return true;
    }
    return false;
  }

  function holdsAll(phrases, line) {
    return phrases.every(function (phrase, at) { return standsIn(phrase, line.words, at === phrases.length - 1); });
  }

  /* The share of neighbours in the query that are neighbours in the line. */
  function inOrder(asked, line, means) {
    if (asked.length < 2) return 0;
    var pairs = 0;
    for (var at = 0; at + 1 < asked.length; at++) {
      if (line.some(function (word, place) {
        return means[at].has(word) && place + 1 < line.length && means[at + 1].has(line[place + 1]);
      })) pairs++;
    }
    return pairs / (asked.length - 1);
  }

  function textHits(query) {
    var asked = query.words;
    var means = asked.map(function (word, at) { return meant(word, query.open && at === asked.length - 1); });
    var weights = asked.map(function (word, at) {
      return Math.max.apply(null, [postings.has(word) ? 0 : rarity(word)].concat(Array.from(means[at].keys(), rarity)));
    });
    var whole = weights.reduce(function (a, b) { return a + b; }, 0);
    var telling = asked.map(function (_, at) { return weights[at] > Math.log(1 + 1 / OFTEN); });
    if (telling.indexOf(true) < 0) telling = asked.map(Boolean);
    var sums = new Map();
    asked.forEach(function (_, at) {
      if (!telling[at]) return;
      var best = new Map();
      means[at].forEach(function (sure, word) {
        postings.get(word).forEach(function (line) { best.set(line, Math.max(sure, best.get(line) || 0)); });
      });
      best.forEach(function (sure, line) { sums.set(line, (sums.get(line) || 0) + sure * weights[at]); });
    });
    var ranked = Array.from(sums).sort(function (a, b) { return b[1] - a[1]; });
    if (query.phrases.length) ranked = ranked.filter(function (hit) { return holdsAll(query.phrases, hit[0]); });
    return ranked.slice(0, MOST_LINES).map(function (hit) {
      return { line: hit[0], entry: hit[0].entry, means: means, score: textScore(hit[0], query, means, weights, whole) };
    });
  }

  function textScore(line, query, means, weights, whole) {
    var asked = query.words, has = new Set(line.words), entry = line.entry, sum = 0, told = 0;
    asked.forEach(function (_, at) {
      var best = 0, inTitle = 0;
      means[at].forEach(function (sure, word) {
        if (has.has(word)) best = Math.max(best, sure);
        else if (entry.named.indexOf(word) >= 0) inTitle = Math.max(inTitle, .7 * sure);
      });
      sum += Math.max(best, inTitle) * weights[at];
      if (best) told++;
    });
    var share = Math.min(told / Math.max(line.words.length, 1), 1), order = inOrder(asked, line.words, means);
    var score = sum / (whole || 1) * (.75 + .25 * share) + .3 * order;
    var isVerbatim = entry.kind === "Quote" && !entry.note;
    if (isVerbatim && query.isPhrase) score += .5;
    else if (isVerbatim && order === 1 && asked.length > 2 && share < WHOLE) score += .15;
    if (entry.kind === "Claim") score += .05 + .005 * Math.log(1 + (entry.reach || 0));
    if (entry.kind === "Event" || entry.kind === "Page") score -= .05;
    if (entry.kind in NAMES) score += line.at < entry.told.length ? -.1 : .05; // a role may be asked for
    return score;
  }

  /* The best entries, each once, with the line of it that matches and the words to mark. */
  return function (typed) {
    var query = parsed(typed), isExact = query.phrases.length > 0;
    if (!query.words.length) return { hits: [], isExact: true };
    var hits = textHits(query);
    if (isExact && !hits.length) {
      query.phrases = [];
      isExact = false;
      hits = textHits(query);
    }
    var best = new Map();
    if (!isExact) {
      names.forEach(function (entry) {
        var score = nameScore(entry, query);
        if (score) best.set(entry, { entry: entry, score: score });
      });
    }
    hits.forEach(function (hit) {
      var known = best.get(hit.entry);
      if (!known || known.score < hit.score) best.set(hit.entry, hit);
    });
    var ranked = Array.from(best.values()).sort(function (a, b) { return b.score - a.score; });
    ranked = ranked.filter(function (hit) { return hit.score > NEAR * Math.min(ranked[0].score, 1); });
    return { hits: ranked, isExact: isExact || !/["“„«»”]/.test(typed), marked: marker(hits, query) };
  };

  function marker(hits, query) {
    var meant = new Set(query.words);
    if (hits.length) hits[0].means.forEach(function (words) { words.forEach(function (_, word) { meant.add(word); }); });
    return function (word) { return words(word).some(function (part) { return meant.has(part); }); };
  }
};

"""Pieces of text that grow: each repeated, they are what makes careless patterns slow."""

ALPHABET = (
    "-", " ", "*", "_", "~", "`", "<", "> ", ">", "| ", "|", "&", "&lt;", "\n", "\t", "1", "a",
    "A1", ".", ",", "!", ":", "::", "/", "@", "#", "[", "]", "(", ")", "{", "}", '"', "'", "=", "+",
    "\\",
    "\U0001f600", "\U0001f1e9", "\u200d", "\ufe0f", "\u202e", "\u2588", "\u00e9", "\u3002",
    "\u0301",
)  # fmt: skip
WORDS = (
    " Forwarded message ", "- - ", "---|", ":-:|", "* a\n", "> > ", "1. ", "a.b.", "a@", "a@b.",
    "http://", "www.", "www.a.", "<http://", "<@U1", "<!date^1^{", "&lt;@U1", "![a](", "[a](b ",
    "``` ", "```\n", "`a", ":a", ":a:b", ":skin-tone-2:", "#️", "1️", "a-b_c", "a.", "A.B.C ",
    "\r\n", " \n", "|a", "(a", "a)", "00:00:", "1,000,", "1 2 ", "x = ", "~a", "*a", "_a_", "a_",
    "i ", "&amp;", "<b>", "mpdm-a--", "xn--", "it's ", "U1A2B3C4D5 ", "</messages>", "<messages",
)  # fmt: skip
FRAGMENTS = (*ALPHABET, *WORDS)
TAILS = ("", "x", "\n", " Forwarded message", "!")
"""What may stand behind the repetition, and spoil a match at its very end."""
HEADS = ("", "# ", "| ", "> ", "<", "<@", "&lt;@", "[a", "```", ":", "http://", "a@", "(", "x")
"""What may stand before it, and open what then never closes."""

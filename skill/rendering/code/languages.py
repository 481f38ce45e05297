"""Programming languages as they are called."""

LANGUAGES = {
    "bash": "Bash",
    "c": "C",
    "cpp": "C plus plus",
    "csharp": "C sharp",
    "css": "CSS",
    "csv": "CSV",
    "dockerfile": "Docker",
    "go": "Go",
    "graphql": "GraphQL",
    "html": "HTML",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "json": "JSON",
    "kotlin": "Kotlin",
    "markdown": "Markdown",
    "php": "PHP",
    "powershell": "PowerShell",
    "py": "Python",
    "python": "Python",
    "ruby": "Ruby",
    "rust": "Rust",
    "scala": "Scala",
    "sh": "shell",
    "shell": "shell",
    "sql": "SQL",
    "swift": "Swift",
    "terraform": "Terraform",
    "toml": "TOML",
    "ts": "TypeScript",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
    "yml": "YAML",
}
_NAMES_NO_LANGUAGE = {"", "text", "plain", "plain_text", "auto", "none"}


def language(name: str) -> str:
    """Return a language's name as it is said; empty for plain text."""
    name = name.strip().lower()
    if name in _NAMES_NO_LANGUAGE:
        return ""
    return LANGUAGES.get(name, name.replace("_", " ").replace("-", " "))

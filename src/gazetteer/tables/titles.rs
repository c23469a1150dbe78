//! Titles of offices, which newsrooms write in several ways.

/// The title as it is compared: "premier" is "prime minister", and so on.
pub(crate) fn usual(written: &str) -> String {
    let lower = written.trim().to_lowercase();
    let usual = match lower.as_str() {
        "premier" | "pm" => "prime minister",
        "spokesperson" | "spokeswoman" => "spokesman",
        "chairwoman" | "chairperson" | "chair" => "chairman",
        "defense minister" | "minister of defence" | "minister of defense" => "defence minister",
        "minister of foreign affairs" | "external affairs minister" | "foreign secretary" => {
            "foreign minister"
        }
        "secretary-general" => "secretary general",
        "director-general" => "director general",
        "defense secretary" | "secretary of defense" | "defence secretary" => "defence minister",
        "home secretary" | "home minister" | "minister of the interior" => "interior minister",
        _ => return lower,
    };
    usual.to_owned()
}
